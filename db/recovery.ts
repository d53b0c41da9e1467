import { door } from "./client";

/**
 * Lets go of turns that a process left speaking when it died, so that they can be sent again at once. Only the embedded
 * database can know: it has one owner, so before that owner serves anybody, nobody speaks. On a server their lease ends.
 */
export async function releaseTurns(): Promise<void> {
  const opened = await door();
  if (opened.driver !== "pglite") return;
  await opened.probe("update turns set lease_until = now() where status = 'speaking' and lease_until > now()");
}
