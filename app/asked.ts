/** What a form sent in an address, without the fields that were left empty. */
export const filled = (sent: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([key, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[key, value]] : [],
    ),
  );
