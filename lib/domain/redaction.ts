const secretKey = /secret|passw|token|api_?key|credential|authori[sz]ation|cookie|private_?key|assertion/iu;
/** Names under which the record keeps what people and buyers say. */
const speechKey =
  /^(text|words?|body|content|message|messages|partial|draft|quote|excerpt|transcript|reply|replies)$/iu;
/** A mail address anywhere in a value: the log outlives whoever is erased. */
const address = /[^\s@<>()",;:]+@[^\s@<>()",;:]+/gu;
const longest = 300;
const most = 50;
const deepest = 6;

/** An address without user name, password and what its query carries. Other strings as they are. */
function withoutCredentials(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//iu.test(value) || !URL.canParse(value)) return value;
  const url = new URL(value);
  url.username = "";
  url.password = "";
  for (const name of url.searchParams.keys()) url.searchParams.set(name, "…");
  return url.href;
}

const shorten = (value: string) => (value.length > longest ? `${value.slice(0, longest)}…` : value);

function redactValue(value: unknown, key: string, depth: number): unknown {
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "number") return value;
  if (secretKey.test(key)) return "[secret]";
  if (speechKey.test(key)) return typeof value === "string" ? `[text, ${value.length} characters]` : "[text]";
  // Cut before it is searched, for searching takes the square of its length, and a little later than it will be.
  if (typeof value === "string") {
    return shorten(
      withoutCredentials(value)
        .slice(0, 2 * longest)
        .replace(address, "[address]"),
    );
  }
  if (value instanceof Date) return value.toISOString();
  if (depth >= deepest || typeof value !== "object") return "[left out]";
  if (Array.isArray(value)) return value.slice(0, most).map((item) => redactValue(item, "", depth + 1));
  return redact(value, depth + 1);
}

/** What the audit log may keep of a value: no secret, no mail address, nothing anybody said in a talk, nothing long. */
export function redact(value: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, most);
  return Object.fromEntries(entries.map(([key, item]) => [key, redactValue(item, key, depth)]));
}

/** The parts of two states that differ, redacted, as the detail of a change. */
export function changeOf(before: object, after: object): { before: object; after: object } {
  const [old, now] = [redact(before), redact(after)];
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const differs = (key: string) => JSON.stringify(was.get(key) ?? null) !== JSON.stringify(is.get(key) ?? null);
  const pick = (of: Record<string, unknown>) => Object.fromEntries(Object.entries(of).filter(([key]) => differs(key)));
  return { before: pick(old), after: pick(now) };
}
