"use client";

import { useCallback, useEffect, useState } from "react";

interface Kept {
  draft: string;
  /** sent, but not yet acknowledged by the server */
  unsent: { turnId: string; text: string } | null;
}

const nothing: Kept = { draft: "", unsent: null };

function read(key: string): Kept {
  try {
    // written below by this hook alone
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

function write(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // storage may be full or forbidden; the words are still in the field
  }
}

/**
 * The words in the composer, kept over a reload. Words that were sent but never reached the server come back too;
 * `known` says whether the server has a turn.
 */
export function useDraft(sessionId: string, known: (turnId: string) => boolean) {
  const key = `room:${sessionId}`;
  const [draft, setDraft] = useState("");

  useEffect(() => {
    const kept = read(key);
    const lost = kept.unsent && !known(kept.unsent.turnId) ? kept.unsent.text : "";
    const text = kept.draft || lost;
    // storage cannot be read while the page is made on the server
    if (text) setDraft(text);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the room opens
  }, [key]);

  const change = useCallback(
    (text: string) => {
      setDraft(text);
      write(key, { ...read(key), draft: text });
    },
    [key],
  );
  const markSent = useCallback(
    (turnId: string, text: string) => write(key, { ...read(key), unsent: { turnId, text } }),
    [key],
  );
  const markDelivered = useCallback(() => write(key, { ...read(key), unsent: null }), [key]);
  return { draft, change, markSent, markDelivered };
}
