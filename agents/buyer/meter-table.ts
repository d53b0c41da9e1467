import { archetypes, type Archetype, type Difficulty, type MoveType, type Quality } from "@/lib/contracts/vocabulary";

/** Change of trust, interest and patience, in points of 100. */
export type Change = readonly [trust: number, interest: number, patience: number];

/**
 * What each move does to each kind of buyer, before repeats, difficulty, volatility and caps (see `meters.ts`).
 * A row is a move, or move:quality. `asked_again` is a question put a third time though it was answered.
 * What is common to all (insults, noise) differs little; what tells archetypes apart is what earns and loses their trust:
 * proof and admitted faults for the sceptical, brevity for the busy, arithmetic and trades for the price-sensitive,
 * room to think for the silent, next steps for the interested, fair contrast for the comparison shopper, reason and
 * respect for the gatekeeper, specifics for the technical evaluator.
 */
const sheet = `
row                           | sceptical  | technical_evaluator | busy      | price_sensitive | silent     | interested | comparison_shopper | gatekeeper
greet                         | 1/0/0      | 1/0/0               | 0/0/0     | 2/0/1           | 1/0/0      | 2/1/1      | 1/0/0              | 2/0/1
build_rapport                 | 3/0/1      | 1/0/0               | 0/0/-3    | 3/0/1           | 0/0/-2     | 3/1/1      | 1/0/0              | 3/0/1
set_agenda                    | 4/0/4      | 3/0/3               | 4/2/8     | 3/0/3           | 3/0/3      | 3/1/3      | 3/0/3              | 5/1/4
ask_open                      | 3/2/0      | 3/3/0               | 2/2/-2    | 3/2/0           | 5/3/1      | 3/3/1      | 3/2/0              | 2/2/-1
ask_closed                    | 1/0/-1     | 2/0/0               | 1/0/0     | 1/0/-1          | 1/0/-1     | 1/1/0      | 1/0/-1             | 1/0/-1
probe                         | 5/4/1      | 5/5/1               | 4/4/0     | 4/3/1           | 5/4/1      | 4/4/1      | 4/4/1              | 4/3/0
acknowledge                   | 4/0/2      | 3/0/2               | 2/0/3     | 4/0/2           | 4/0/2      | 3/0/2      | 3/0/2              | 5/0/3
empathise                     | 2/0/2      | 1/0/1               | 1/0/1     | 2/0/2           | 1/0/0      | 2/0/1      | 1/0/1              | 3/0/2
summarise                     | 6/3/4      | 5/3/3               | 5/3/6     | 5/2/3           | 5/3/3      | 5/4/3      | 5/3/3              | 5/3/3
present_value:linked          | 3/8/1      | 3/8/1               | 3/8/0     | 2/7/1           | 3/8/1      | 3/8/2      | 3/8/1              | 3/7/1
present_value:blind           | -3/1/-6    | -5/0/-6             | -1/1/-10  | 0/2/-4          | -3/0/-6    | -2/2/-4    | -2/1/-5            | -3/0/-6
make_claim:supported          | 5/5/0      | 7/5/0               | 3/4/0     | 3/4/0           | 4/5/0      | 4/6/1      | 5/6/1              | 4/4/0
make_claim:not_in_knowledge   | -8/-3/-4   | -10/-4/-4           | -4/-2/-4  | -4/-2/-2        | -6/-3/-4   | -6/-4/-3   | -6/-3/-3           | -7/-3/-4
make_claim:contradicted       | -20/-10/-10| -25/-10/-10         | -15/-8/-10| -18/-8/-8       | -20/-10/-10| -18/-12/-8 | -20/-10/-8         | -20/-10/-10
quote_price:in_order          | 2/0/0      | 0/0/0               | 2/2/2     | 3/2/1           | 2/1/0      | 2/2/0      | 3/2/1              | 1/0/0
quote_price:early             | -3/-4/-3   | 0/0/-2              | 0/1/2     | -2/-6/-2        | -2/-3/-3   | -1/-2/-1   | 0/-1/0             | -3/-2/-4
offer_discount:traded         | 3/6/0      | 0/2/0               | 2/6/2     | 3/8/2           | 3/6/1      | 3/6/2      | 3/8/2              | 1/3/0
offer_discount:bare           | -5/3/0     | -2/0/0              | -2/3/0    | -4/5/0          | -3/3/0     | -3/2/0     | -2/4/0             | -4/1/-2
address_objection:concern_known     | 6/7/2 | 6/7/2              | 5/7/4     | 5/7/2           | 6/7/2      | 6/7/2      | 6/7/2              | 6/6/3
address_objection:acknowledged_only | 2/2/0 | 2/2/0              | 2/2/0     | 2/2/0           | 2/2/0      | 2/2/0      | 2/2/0              | 2/1/0
address_objection:neither     | -3/0/-5    | -4/0/-5             | -2/0/-8   | -2/0/-4         | -3/0/-5    | -2/-1/-4   | -3/0/-4            | -4/0/-6
ask_commitment:ready          | 2/5/0      | 1/4/0               | 2/5/2     | 2/4/0           | 2/5/0      | 3/6/2      | 2/5/0              | 2/4/0
ask_commitment:early          | -6/-3/-10  | -4/-2/-8            | -4/-2/-12 | -5/-3/-8        | -6/-3/-8   | -4/-3/-5   | -5/-3/-8           | -8/-3/-12
propose_next_step:dated       | 3/4/4      | 2/3/3               | 4/4/6     | 3/4/3           | 3/4/4      | 4/5/5      | 3/4/3              | 4/4/4
propose_next_step:vague       | 0/0/-2     | 0/0/-2              | 0/0/-4    | 0/0/-2          | 0/0/-2     | 0/-1/-2    | 0/0/-2             | 0/0/-3
pressure                      | -12/-5/-15 | -10/-4/-12          | -8/-4/-20 | -10/-4/-10      | -12/-5/-15 | -12/-8/-12 | -12/-5/-12         | -15/-5/-20
disparage                     | -10/-3/-5  | -8/-2/-4            | -6/-2/-6  | -5/-1/-3        | -8/-3/-5   | -8/-3/-4   | -14/-5/-8          | -8/-2/-5
unprofessional                | -25/-15/-30| -25/-15/-30         |-25/-15/-30| -25/-15/-30     | -25/-15/-30| -25/-15/-30| -25/-15/-30        | -25/-15/-30
off_topic                     | 0/-2/-8    | 0/-2/-8             | 0/-2/-12  | 0/-2/-6         | 0/-2/-8    | 0/-1/-5    | 0/-2/-6            | 0/-2/-8
break_role                    | -5/0/-10   | -5/0/-10            | -4/0/-12  | -5/0/-8         | -5/0/-10   | -5/0/-8    | -5/0/-8            | -6/0/-10
filler                        | 0/0/-3     | 0/0/-3              | 0/0/-5    | 0/0/-3          | -1/0/-5    | 0/0/-2     | 0/0/-3             | 0/0/-3
asked_again                   | 0/0/-3     | 0/0/-4              | 0/0/-6    | 0/0/-3          | 0/0/-4     | 0/0/-2     | 0/0/-3             | 0/0/-4
drift                         | 0/0/-2     | 0/0/-2              | 0/0/-4    | 0/0/-2          | 0/0/-2     | 0/0/-1     | 0/0/-2             | 0/0/-2
`;

function readSheet(): Record<Archetype, Map<string, Change>> {
  const [head, ...rows] = sheet
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const table = Object.fromEntries(archetypes.map((name) => [name, new Map<string, Change>()])) as Record<
    Archetype,
    Map<string, Change>
  >; // sound: built from the list of all archetypes
  for (const [key = "", ...cells] of rows) {
    cells.forEach((cell, column) => {
      const name = archetypes.find((archetype) => archetype === head?.[column + 1]);
      const [trust, interest, patience] = cell.split("/").map(Number);
      if (name === undefined || trust === undefined || interest === undefined || patience === undefined) {
        throw new Error(`meter table: ${key}, column ${column + 1}`);
      }
      table[name].set(key, [trust, interest, patience]);
    });
  }
  return table;
}

const table = readSheet();

/** The rows of the sheet in its order: a move, or move:quality. */
export const meterRows: readonly string[] = [...table.sceptical.keys()];

/** What a move of this kind does to this archetype, as authored. Throws when the sheet has no such row. */
export function changeOf(archetype: Archetype, type: MoveType | "asked_again" | "drift", quality?: Quality): Change {
  const change =
    table[archetype].get(quality === undefined ? type : `${type}:${quality}`) ?? table[archetype].get(type);
  if (change === undefined)
    throw new Error(`meter table has no row ${type}${quality === undefined ? "" : `:${quality}`}`);
  return change;
}

/** Difficulty changes start values, gains and the close threshold, never the rules. `gain` in hundredths. */
export const difficultyTable = {
  easy: { gain: 125, start: [5, 5, 10], threshold: -5 },
  standard: { gain: 100, start: [0, 0, 0], threshold: 0 },
  hard: { gain: 80, start: [-5, -5, -5], threshold: 0 },
  expert: { gain: 75, start: [-8, -8, -10], threshold: 5 },
} as const satisfies Record<Difficulty, { gain: number; start: Change; threshold: number }>;
