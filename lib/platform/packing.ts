import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { AppError } from "@/lib/platform/errors";

/** Largest text a packed value may unpack to, in bytes. */
const mostBytes = 4 * 1024 * 1024;

/** A plain value as base64 of Brotli of JSON: a whole scenario then fits a request. */
export const pack = (value: unknown): string => brotliCompressSync(JSON.stringify(value)).toString("base64");

/** The value again. Throws `invalid_request` for anything that was not packed by `pack`, or unpacks to over 4 MB. */
export function unpack(text: string): unknown {
  try {
    return JSON.parse(
      brotliDecompressSync(Buffer.from(text, "base64"), { maxOutputLength: mostBytes }).toString("utf8"),
    );
  } catch (cause) {
    throw new AppError("invalid_request", { detail: "The file could not be read.", cause });
  }
}
