import { hash } from "./offline/buyer/hash";

/**
 * Names the instructions that produced something: 64 bits as 16 hexadecimal digits, the same for the same text. Tells texts
 * apart; it proves nothing against somebody who wants two to collide.
 */
export function promptHash(text: string): string {
  return [hash("prompt", text), hash(text, "prompt")].map((part) => part.toString(16).padStart(8, "0")).join("");
}
