export type KeyedProvider = "openai" | "compatible";
export type KeyRefused = (provider: KeyedProvider, key: string | undefined) => Promise<boolean>;

/**
 * `fetch` for a provider of models whose key may change while the program runs: an answer 401 is given one more try where there is
 * another key by now.
 */
export function fetchWithKey(
  key: () => string | undefined,
  refused: (key: string | undefined) => Promise<boolean>,
): typeof fetch {
  return async (input, init) => {
    const tried = key();
    const answer = await fetch(input, init);
    if (answer.status !== 401 || !(await refused(tried))) return answer;
    await answer.body?.cancel();
    const headers = new Headers(init?.headers);
    headers.set("authorization", `Bearer ${key() ?? ""}`);
    return fetch(input, { ...init, headers });
  };
}
