import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { urn } from "@/lib/contracts/scim/attributes";

export const patch = (...Operations: object[]) => ({ schemas: [urn.patch], Operations });
export const address = (at = "acme.example") => `${randomUUID()}@${at}`;
/** An answer that shows everything. */
export const shows = () => true;
/** No version to hold a change against. */
export const ifMatch = null;

/** The scimType, else the code, of a refusal. */
export async function refusal(action: Promise<unknown>): Promise<string> {
  try {
    await action;
    return "fine";
  } catch (error) {
    if (error instanceof ZodError) return "invalidValue";
    if (error instanceof Error && "scimType" in error) return String(error.scimType);
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
