"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import type { SessionView } from "@/lib/contracts/session";
import { fromView, reduceRoom, type RoomState, type Trouble } from "./turn-state";
import { postTurn, readParts, readView, resumeTurn, stopTurn, TurnError } from "./turn-stream";

const waits = [300, 1000, 2000, 4000, 8000];

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", wake, { once: true });
    window.addEventListener("online", wake, { once: true });
  });

function asTrouble(error: unknown, turnId: string, text: string): Trouble {
  const known = error instanceof TurnError ? error : new TurnError("internal");
  return { turnId, text, status: "undelivered", code: known.code, requestId: known.requestId };
}

export interface TurnControl {
  state: RoomState;
  /** returns the id of the turn */
  send: (text: string) => string;
  retry: () => void;
  /** takes a turn without an answer out of the room and returns its words */
  forget: () => string;
  stop: () => void;
  /** reads the room anew from the server */
  refresh: () => void;
}

/**
 * The practice room's conversation. Sends turns, shows the answer as it streams, and when the stream breaks off asks
 * the server how things stand and goes on from there. `onDelivered` is called once the server has the words.
 */
export function useTurn(view: SessionView, onDelivered: (turnId: string) => void): TurnControl {
  const [state, dispatch] = useReducer(reduceRoom, view, fromView);
  const running = useRef<AbortController | null>(null);
  const delivered = useRef(onDelivered);
  useEffect(() => {
    delivered.current = onDelivered;
  });
  const sessionId = view.id;

  const follow = useCallback(async (response: Response) => {
    return readParts(response, (part) => {
      if (part.type === "data-turn-start") delivered.current(part.data.turnId);
      dispatch({ type: "part", part, at: new Date().toISOString() });
    });
  }, []);

  /** Asks how things stand until they are settled; a running answer is read again from its beginning. */
  const recover = useCallback(
    async (signal: AbortSignal, turnId: string, text: string) => {
      for (const wait of waits) {
        dispatch({ type: "reconnecting", on: true });
        await pause(wait, signal);
        if (signal.aborted) return;
        try {
          const now = await readView(sessionId, signal);
          dispatch({ type: "hydrate", view: now });
          if (now.pending?.status !== "speaking") return;
          if (await follow(await resumeTurn(sessionId, now.pending.turnId, signal))) return;
        } catch (error) {
          if (signal.aborted) return;
          if (error instanceof TurnError && (error.code === "unauthenticated" || error.code === "not_found"))
            return dispatch({ type: "trouble", trouble: asTrouble(error, turnId, text) });
        }
      }
      dispatch({ type: "trouble", trouble: asTrouble(new TurnError("network"), turnId, text) });
    },
    [follow, sessionId],
  );

  const begin = useCallback(
    (turnId: string, text: string, open: (signal: AbortSignal) => Promise<Response>) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const work = async () => {
        let response: Response;
        try {
          response = await open(controller.signal);
        } catch (error) {
          if (!controller.signal.aborted) dispatch({ type: "trouble", trouble: asTrouble(error, turnId, text) });
          return;
        }
        const settled = await follow(response);
        if (!settled && !controller.signal.aborted) await recover(controller.signal, turnId, text);
      };
      void work();
    },
    [follow, recover],
  );

  const submit = useCallback(
    (turnId: string, text: string) => {
      dispatch({ type: "send", turnId, text, at: new Date().toISOString() });
      begin(turnId, text, (signal) => postTurn(sessionId, turnId, text, signal));
    },
    [begin, sessionId],
  );

  // A reply was being spoken when the page was opened: go on listening. If it ended meanwhile, ask how things stand.
  const { pending } = view;
  useEffect(() => {
    if (pending?.status !== "speaking") return;
    const controller = new AbortController();
    running.current = controller;
    const work = async () => {
      const settled = await resumeTurn(sessionId, pending.turnId, controller.signal).then(follow, () => false);
      if (!settled && !controller.signal.aborted) await recover(controller.signal, pending.turnId, pending.text);
    };
    void work();
    return () => controller.abort();
  }, [pending, sessionId, follow, recover]);

  useEffect(() => () => running.current?.abort(), []);

  const { live, trouble } = state;
  return {
    state,
    send: (text) => {
      const turnId = crypto.randomUUID();
      submit(turnId, text);
      return turnId;
    },
    retry: () => {
      // words the server once saw under this id with another text need a new id
      if (trouble) submit(trouble.code === "turn_conflict" ? crypto.randomUUID() : trouble.turnId, trouble.text);
    },
    forget: () => {
      if (!trouble) return "";
      dispatch({ type: "forget", turnId: trouble.turnId });
      return trouble.text;
    },
    stop: () => {
      if (!live) return;
      stopTurn(sessionId, live.turnId).catch((error: unknown) => {
        // already finished or gone: how things stand is what counts
        if (error instanceof TurnError)
          readView(sessionId, new AbortController().signal).then(
            (now) => now.pending?.status !== "speaking" && dispatch({ type: "hydrate", view: now }),
            () => {},
          );
      });
    },
    refresh: () => {
      if (live) return;
      readView(sessionId, new AbortController().signal).then(
        (now) => dispatch({ type: "hydrate", view: now }),
        () => {},
      );
    },
  };
}
