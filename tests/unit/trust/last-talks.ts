import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";

/** What the buyers of a follow-up remember in every second talk: some facts were told, others never were. */
export function lastTalks(bundle: ScenarioBundle, seed: number): Relationship[] {
  return bundle.personas.flatMap((persona): Relationship[] => {
    if (persona.recalls === undefined || seed % 2 === 0) return [];
    const told = persona.sealedFacts.filter((_, at) => (at + seed) % 3 === 0);
    return [
      {
        id: "00000000-0000-4000-8000-000000000001",
        sourceSessionId: "00000000-0000-4000-8000-000000000002",
        scenarioTitle: "The talk before",
        buyerId: persona.id,
        buyerName: persona.name,
        endedAt: "2026-12-01T10:00:00.000Z",
        outcome: "follow_up",
        endReason: "next_step",
        told: told.map(({ id, text }) => ({ factId: id, text })),
        promises: [{ kind: "step", quote: "I will call you next week.", messageNumber: 9 }],
        open: persona.objections.slice(0, 1).map(({ id, surface }) => ({ objectionId: id, surface: surface[0] })),
        trust: 55,
        interest: 50,
        faded: seed % 5 === 0,
        expiresAt: "2027-12-01T10:00:00.000Z",
      },
    ];
  });
}
