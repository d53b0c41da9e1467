import { median, quantile, table } from "./figures";

export interface Sample {
  /** time to first text beyond the model's own */
  added: number;
  /** the same, from the moment the first clause was complete */
  afterClause: number;
  /** of it, what passed before the model was asked */
  beforeModel: number;
}
export interface Round {
  samples: Sample[];
  cpuPerToken: number;
  unfinished: number;
}
export interface Figures {
  talks: number;
  bare: Round[];
  ours: Round[];
}

const of = (all: Round[], pick: (round: Round) => number) => median(all.map(pick));
const part = (share: number, pick: (sample: Sample) => number) => (round: Round) =>
  quantile(round.samples.map(pick), share);
export const ms = (value: number) => value.toFixed(1);

/** The figures of all rounds as a table. */
export function report(figures: Figures[]): string {
  const rows = figures.flatMap(({ talks, bare, ours }) =>
    [
      { name: "bare route", all: bare, clause: false },
      { name: "SalesBoost", all: ours, clause: true },
    ].map(({ name, all, clause }) => [
      talks,
      name,
      `${ms(
        of(
          all,
          part(0.5, (s) => s.added),
        ),
      )} / ${ms(
        of(
          all,
          part(0.95, (s) => s.added),
        ),
      )}`,
      clause
        ? `${ms(
            of(
              all,
              part(0.5, (s) => s.afterClause),
            ),
          )} / ${ms(
            of(
              all,
              part(0.95, (s) => s.afterClause),
            ),
          )}`
        : "–",
      of(all, (round) => round.cpuPerToken).toFixed(0),
      all.reduce((sum, round) => sum + round.unfinished, 0),
    ]),
  );
  return table(
    [
      "conversations",
      "route",
      "added to first text, ms (p50 / p95)",
      "after the first clause, ms",
      "CPU µs a token",
      "unfinished",
    ],
    rows,
  );
}

/** What was aimed at, beside what came out. */
export function verdict(figures: Figures[]): string {
  const at = (talks: number) => figures.find((one) => one.talks === talks);
  const [fifty, many] = [at(50), at(200)];
  const lines: string[] = [];
  if (fifty) {
    const bare = of(
      fifty.bare,
      part(0.95, (s) => s.added),
    );
    const clause =
      of(
        fifty.ours,
        part(0.95, (s) => s.afterClause),
      ) / bare;
    const token =
      of(
        fifty.ours,
        part(0.95, (s) => s.added),
      ) / bare;
    lines.push(
      `- p95 added at 50 conversations, from the first clause: ${clause.toFixed(1)} × the bare route's (aim: at most 3); ` +
        `from the first token, the clause's own length included: ${token.toFixed(1)} ×`,
    );
  }
  if (many) {
    const share = of(many.ours, (round) => round.cpuPerToken) / of(many.bare, (round) => round.cpuPerToken);
    const unfinished = many.ours.reduce((sum, round) => sum + round.unfinished, 0);
    lines.push(`- CPU a token at 200 conversations: ${share.toFixed(2)} × the bare route's (aim: at most 1.0)`);
    lines.push(`- turns of 200 conversations left unfinished: ${unfinished} (aim: none)`);
  }
  return lines.join("\n");
}
