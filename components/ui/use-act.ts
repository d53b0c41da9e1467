"use client";

import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { NoticeCode } from "./problem-notice";

export interface Trouble {
  code: NoticeCode;
  requestId?: string;
  /** field → what is wrong with it, as the server says */
  fields?: Record<string, string>;
}

/** Calls server actions one at a time and keeps what went wrong last; a dropped connection is told like any problem. */
export function useAct() {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [pending, start] = useTransition();
  const act = <T>(work: () => Promise<ActionResult<T>>, done: (data: T) => void) =>
    start(async () => {
      const answer = await work().catch(() => null);
      if (!answer) return setTrouble({ code: "network" });
      if (!answer.ok) return setTrouble(answer.problem);
      setTrouble(null);
      done(answer.data);
    });
  return { act, pending, trouble, forget: () => setTrouble(null) };
}
