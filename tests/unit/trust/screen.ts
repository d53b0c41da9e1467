import { stringsIn } from "./secrets";

/** What a browser was sent: every part as it came, and the text of each reply as a reader would have put it together. */
export function screen(body: string): string[] {
  const parts = body.split("\n\n").flatMap((event) => {
    const data = event.replace(/^data: /u, "");
    return data === "" || data === "[DONE]" ? [] : [JSON.parse(data) as { type: string; delta?: string }];
  });
  let text = "";
  const whole: string[] = [];
  for (const part of parts) {
    if (part.type === "start-step" || part.type === "reset-step") {
      whole.push(text);
      text = "";
    }
    text += part.delta ?? "";
  }
  return [...parts.flatMap(stringsIn), ...whole, text];
}
