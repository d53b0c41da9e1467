import { leadOf } from "./cast";
import { isQuestion } from "./meters";
import type { TurnRecord } from "./record";

const maxSpeakers = 2;

function ownerOf({ bundle }: TurnRecord, topic: string | undefined): string | undefined {
  if (topic === undefined) return undefined;
  return bundle.personas.find(({ ownsTopics }) => ownsTopics?.includes(topic) === true)?.id;
}

/** Who was spoken to: the one addressed by the last question, else by the last move; nobody when all were. */
function addressee({ played }: TurnRecord): string | undefined {
  const question = played.findLast((move) => isQuestion(move) && move.addressee !== undefined);
  return (question ?? played.at(-1))?.addressee;
}

function first(record: TurnRecord): string {
  const lead = leadOf(record.bundle).id;
  if (record.ending !== null) return record.ending.buyerId;
  const addressed = addressee(record);
  if (addressed !== undefined) return addressed;
  if (record.raised !== null) return record.raised.buyerId;
  if (record.asksPrice) return lead;
  const topical = record.played.findLast(({ topic }) => topic !== undefined);
  return ownerOf(record, topical?.topic) ?? lead;
}

/**
 * Who speaks, in order: the addressed buyer; with all addressed the owner of the topic, else the first. A second voice
 * joins when it has something that must be said (a fact just earned, an objection), to ask for the price, or when a claim
 * was made about a topic of its own.
 */
export function speakers(record: TurnRecord): string[] {
  const { bundle, unlocked, raised, played, asksPrice, ending } = record;
  const primary = first(record);
  const order = [primary, ...unlocked.map(({ buyerId }) => buyerId)];
  if (ending === null) {
    if (raised !== null) order.push(raised.buyerId);
    if (asksPrice) order.push(leadOf(bundle).id);
    for (const move of played) {
      const owner =
        move.type === "make_claim" && move.addressee !== undefined ? ownerOf(record, move.topic) : undefined;
      if (owner !== undefined) order.push(owner);
    }
  }
  return [...new Set(order)].slice(0, maxSpeakers);
}
