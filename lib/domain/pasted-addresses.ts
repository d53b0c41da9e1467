import { CsvError, parse } from "csv-parse/sync";
import { addressSchema, mostInvited, personNameSchema, type InvitedPeople } from "@/lib/contracts/people";
import { AppError } from "@/lib/platform/errors";

interface Found {
  line: number;
  text: string;
  email: string;
  name: string | undefined;
}
interface Address {
  email: string;
  name: string | undefined;
}

/** Longest line that is looked at, characters: nobody's name and address are longer. */
const longestLine = 1_000;
/** `Sam Okafor <sam@acme.example>`, the name quoted or not. Comments of RFC 5322 are left out: nobody means them. */
const named = /^(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^<>"()]*))\s*<(?<address>[^<>()\s]+)>$/u;
const shown = (text: string) => text.trim().slice(0, 100);

/** A cell that is an address: `sam@acme.example` or `Sam Okafor <sam@acme.example>`. */
function addressIn(cell: string): Address | null {
  const bare = addressSchema.safeParse(cell);
  if (bare.success) return { email: bare.data, name: undefined };
  const { quoted, plain = "", address } = named.exec(cell)?.groups ?? {};
  const email = addressSchema.safeParse(address);
  return email.success ? { email: email.data, name: quoted?.replace(/\\(.)/gu, "$1") ?? plain } : null;
}

const csv = { delimiter: [",", ";", "\t"], trim: true, relax_column_count: true };

function recordIn(line: string): string[] {
  try {
    return parse(line, csv)[0] ?? [];
  } catch (error) {
    // Its quotes are no CSV: they are signs like others, and only separators part the cells.
    if (error instanceof CsvError) return parse(line, { ...csv, quote: null })[0] ?? [];
    throw error;
  }
}

const cellsOf = (line: string) => recordIn(line).filter((cell) => cell !== "");

const nameFrom = (text: string | undefined) => {
  const name = personNameSchema.safeParse(text);
  return name.success ? name.data : undefined;
};

/** Who a line names: one with their name beside it, or several addresses. */
function readLine(line: string): Address[] {
  if (line.length > longestLine) return [];
  // "Okafor, Sam" <sam@…> is one address with a comma in it.
  const whole = addressIn(line.trim());
  if (whole) return [whole];
  const cells = cellsOf(line);
  const addresses = cells.flatMap((cell) => addressIn(cell) ?? []);
  const [only] = addresses;
  if (addresses.length !== 1 || !only) return addresses;
  const beside = cells.filter((cell) => !addressIn(cell));
  // One other cell is the name; of several, none can be told to be it.
  return [{ ...only, name: only.name ?? (beside.length === 1 ? beside[0] : undefined) }];
}

/**
 * Reads addresses pasted one a line, or CSV with the address in any column. A first line without any is a heading.
 * Throws `invalid_request` for more than 500.
 */
export function readAddresses(pasted: string): { found: Found[]; refused: InvitedPeople["refused"] } {
  const found: Found[] = [];
  const refused: InvitedPeople["refused"] = [];
  const seen = new Set<string>();
  const lines = pasted.split(/\r\n|\r|\n/u);
  const first = lines.findIndex((line) => line.trim() !== "");
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const line = index + 1;
    const addresses = readLine(text);
    const isHeading = index === first && cellsOf(text.slice(0, longestLine)).length > 1 && !text.includes("@");
    if (addresses.length === 0 && !isHeading) refused.push({ line, text: shown(text), why: "no_address" });
    for (const { email, name } of addresses) {
      const key = email.toLowerCase();
      const what = addresses.length > 1 ? email : shown(text);
      if (seen.has(key)) refused.push({ line, text: what, why: "twice" });
      else found.push({ line, text: what, email, name: nameFrom(name) });
      seen.add(key);
    }
  }
  if (found.length > mostInvited) {
    throw new AppError("invalid_request", { fields: { addresses: `${mostInvited} people at most` } });
  }
  return { found, refused };
}
