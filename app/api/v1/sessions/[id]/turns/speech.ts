import { after } from "next/server";
import { SseTurnWriter } from "@/agents/turn/sse";
import type { Models } from "@/agents/models/registry";
import { assemble, type TurnVerbs } from "@/agents/turn/assemble";
import type { ClaimedTurn } from "@/agents/turn/ports";
import { run } from "@/agents/turn/run";
import type { Ctx } from "@/lib/contracts/context";
import { remoteTools } from "@/lib/domain/remote-tools";
import { checkpointTurn, leaseMs, renewTurn, settleTurn, unsettleTurn, type ReplayedTurn } from "@/lib/domain/turns";
import { holds } from "@/lib/platform/auth/allow";
import { holdOpen } from "@/lib/platform/drain";
import { log } from "@/lib/platform/log";
import { turnStreams } from "@/lib/platform/streams";

/** Speaks a claimed turn to its end, whoever listens, and streams it to this caller. */
export function speakTurn(ctx: Ctx, claimed: ClaimedTurn, models: Models): Response {
  const { sessionId, turnId } = claimed;
  const { requestId, tenantId, actor } = ctx;
  const streams = turnStreams();
  const live = streams.open({ tenantId, userId: actor.userId, sessionId, turnId });
  const writer = new SseTurnWriter((chunk) => live.append(chunk), turnId);
  const verbs: TurnVerbs = {
    checkpoint: (turn, at, state) => checkpointTurn(ctx, { claimed: turn, at, state }),
    settle: (turn) => settleTurn(ctx, turn),
    unsettle: (turn) => unsettleTurn(ctx, turn),
  };
  const ports = assemble(claimed, models, verbs, {
    remote: remoteTools(ctx, claimed.bundle.scenario.tools),
    may: (permission) => holds(ctx, permission),
  });
  const onError = (error: unknown, code: string) => {
    log.error({ err: error, requestId, sessionId, turnId, code }, "the turn broke off");
  };
  // A long reply keeps its claim; one whose process died loses it soon.
  const renewal = setInterval(() => {
    renewTurn(ctx, { claimed }).catch((error: unknown) =>
      log.warn({ err: error, turnId }, "the claim was not renewed"),
    );
  }, leaseMs / 3);
  const work = run(claimed, ports, writer, live.signal, { requestId, onError })
    .catch((error: unknown) => onError(error, "internal"))
    .then(() => writer.finish())
    .finally(() => {
      clearInterval(renewal);
      return live.end();
    });
  // The reader may leave; the reply is still spoken and settled, and a shutdown waits for it.
  holdOpen(work);
  after(work);
  return new Response(live.follow(), { headers: streams.headers });
}

/** A settled turn as the stream it once was, its words in one piece each. */
export function replayTurn({ turnId, turn, messages, ...now }: ReplayedTurn): Response {
  let body = "";
  const writer = new SseTurnWriter((chunk) => (body += chunk), turnId);
  const [trainee, ...replies] = messages;
  if (trainee) writer.data("turn-start", { turnId, turn, message: trainee });
  for (const { id, speaker, number, text, reworded } of replies) {
    writer.startStep();
    writer.data("speaker-start", { speaker, messageId: id, number });
    writer.text(`${speaker}:${id}`, text);
    writer.textEnd(`${speaker}:${id}`);
    // Edited then, and shown as edited now.
    if (reworded) writer.data("reply-replace", { messageId: id, text });
    writer.data("speaker-end", { speaker, messageId: id });
    writer.finishStep();
  }
  for (const flag of trainee?.flags ?? []) writer.data("compliance-flag", { messageId: trainee?.id ?? "", flag });
  const { stage, moods, turnsLeft, outcome, endReason } = now;
  writer.data("state-update", { stage, moods, turn, turnsLeft });
  writer.data("turn-end", { turnId, outcome, endReason });
  writer.finish();
  return new Response(body, { headers: turnStreams().headers });
}
