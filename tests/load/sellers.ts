/**
 * `npm run bench:sellers`: 200 talks of each shipped seller at each difficulty in each shipped scenario, and the section of
 * docs/benchmarks.md on them. `--talks` plays fewer; below 20 nothing is written. Exits 1 when an aim is missed.
 */
import { separate, type SeparationRow } from "@/agents/preflight/separation";
import { bundles } from "@/db/content";
import type { Share } from "@/lib/contracts/preflight";
import { difficulties } from "@/lib/contracts/vocabulary";
import { shareOf } from "@/agents/preflight/shares";
import { writeSection } from "./section";

const fullTalks = 200;
/** fewer than that are only good for a look */
const fewestTalks = 20;
const sellers = ["weak", "average", "strong", "cheating"] as const;

const shown = ({ rate, low, high }: Share) => `${rate} (${low}–${high})`;

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const mean = (values: number[]) => Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 10) / 10;

/** The rows of all scenarios as one, per seller and difficulty. */
function pooled(rows: SeparationRow[]): SeparationRow[] {
  const sum = (shares: Share[]) =>
    shareOf(
      shares.reduce((all, share) => all + share.hits, 0),
      shares.reduce((all, share) => all + share.of, 0),
    );
  return difficulties.flatMap((difficulty) =>
    sellers.map((seller) => {
      const own = rows.filter((row) => row.difficulty === difficulty && row.seller === seller);
      return {
        difficulty,
        seller,
        reached: sum(own.map((row) => row.reached)),
        won: sum(own.map((row) => row.won)),
        meters: {
          trust: mean(own.map((row) => row.meters.trust)),
          interest: mean(own.map((row) => row.meters.interest)),
          patience: mean(own.map((row) => row.meters.patience)),
        },
        turns: mean(own.map((row) => row.turns)),
      };
    }),
  );
}

interface Aim {
  words: string;
  held: boolean;
}

function aimsOf(all: SeparationRow[], each: Map<string, SeparationRow[]>): Aim[] {
  const of = (rows: SeparationRow[], difficulty: string, seller: string) => {
    const row = rows.find((one) => one.difficulty === difficulty && one.seller === seller);
    if (!row) throw new Error(`no row for ${difficulty} ${seller}`);
    return row;
  };
  const apart = (rows: SeparationRow[]) =>
    of(rows, "standard", "strong").reached.rate - of(rows, "standard", "weak").reached.rate;
  const worst = [...each].map(([id, rows]) => ({ id, points: apart(rows) })).toSorted((a, b) => a.points - b.points)[0];
  const harder = sellers.map((seller) => {
    const [easy, expert] = [of(all, "easy", seller), of(all, "expert", seller)];
    const words = `${seller} ${easy.reached.rate} → ${expert.reached.rate}`;
    if (easy.reached.hits > 0) return { words, held: expert.reached.high < easy.reached.low };
    // Who reaches nothing either way is told apart by the trust left at the end.
    const trust = `${words} (trust left ${easy.meters.trust} → ${expert.meters.trust})`;
    return { words: trust, held: expert.meters.trust < easy.meters.trust };
  });
  const cheating = difficulties.map((difficulty) => {
    const [cheat, average] = [of(all, difficulty, "cheating").reached, of(all, difficulty, "average").reached];
    return { words: `${difficulty} ${cheat.rate} / ${average.rate}`, held: cheat.high < average.low };
  });
  const expert = of(all, "expert", "strong").won;
  const figure = Math.round(apart(all) * 10) / 10;
  return [
    { words: `strong − weak at standard: ${figure} points (aim: at least 60)`, held: figure >= 60 },
    {
      words: `the scenario that tells them apart least: ${worst?.id ?? "–"}, ${Math.round((worst?.points ?? 0) * 10) / 10} points (aim: at least 60)`,
      held: (worst?.points ?? 0) >= 60,
    },
    {
      words: `easy → expert, goal reached in %: ${harder.map((one) => one.words).join(", ")} (aim: lower for each, intervals apart; less trust left where nothing is reached)`,
      held: harder.every((one) => one.held),
    },
    {
      words: `expert buyers won by the strong seller: ${shown(expert)} % (aim: more than none)`,
      held: expert.hits > 0,
    },
    {
      words: `cheating against average, goal reached in %: ${cheating.map((one) => one.words).join(", ")} (aim: less, intervals apart)`,
      held: cheating.every((one) => one.held),
    },
  ];
}

function report(each: Map<string, SeparationRow[]>, talks: number): { figures: string; held: boolean } {
  const all = pooled([...each.values()].flat());
  const aims = aimsOf(all, each);
  const main = table(
    ["difficulty", "seller", "goal reached, %", "won, %", "trust / interest / patience at the end", "turns"],
    all.map(({ difficulty, seller, reached, won, meters, turns }) => [
      difficulty,
      seller,
      shown(reached),
      shown(won),
      `${meters.trust} / ${meters.interest} / ${meters.patience}`,
      String(turns),
    ]),
  );
  const standard = [...each].map(([id, rows]) => [
    id,
    ...sellers.map((seller) => {
      const row = rows.find((one) => one.seller === seller && one.difficulty === "standard");
      return row ? shown(row.reached) : "–";
    }),
  ]);
  const byScenario = table(["goal reached at standard, %", ...sellers], standard);
  const list = aims.map(({ words, held }) => `- ${words}: ${held ? "held" : "**missed**"}`).join("\n");
  const total = talks * sellers.length * difficulties.length * each.size;
  const figures = `${total} talks over ${each.size} scenarios.\n\n${main}\n\n${byScenario}\n\n${list}`;
  return { figures, held: aims.every((aim) => aim.held) };
}

function bench(args: string[]): number {
  const at = args.indexOf("--talks");
  const talks = at < 0 ? fullTalks : Number(args[at + 1]);
  const each = new Map<string, SeparationRow[]>();
  for (const bundle of bundles) {
    process.stderr.write(`${bundle.scenario.id}\n`);
    each.set(bundle.scenario.id, separate([bundle], talks, bundles));
  }
  const { figures, held } = report(each, talks);
  const words = `\`npm run bench:sellers${talks === fullTalks ? "" : ` -- --talks ${talks}`}\`: ${talks} talks of each shipped seller at each difficulty in each shipped scenario, with the offline voice, each from a seed of its own. A seller knows what a trainee knows: the brief and the chat. The goal is reached when the buyer says yes (won) or agrees to a dated next step. Shares with 95 % Wilson intervals.`;
  if (talks >= fewestTalks) writeSection("sellers", "Sellers of four kinds", words, figures);
  process.stdout.write(`${figures}\n`);
  return held ? 0 : 1;
}

process.exitCode = bench(process.argv.slice(2));
