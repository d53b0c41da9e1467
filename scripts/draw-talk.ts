/**
 * Draws how one real talk moved its buyer: `npm run draw:talk`. Plays a shipped scenario with a shipped seller from a seed and
 * writes docs/images/state-path.svg and the table under it in docs/buyer.md, so that both are always of what the code does.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { line } from "d3-shape";
import { play, type PlayedTurn, type Talk } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";
import { bundles } from "@/db/content";
import type { Meter } from "@/lib/contracts/vocabulary";
import { meters } from "@/lib/contracts/vocabulary";

const [scenario = "saas-renewal-en", sellerName = "strong", seed = "2"] = process.argv.slice(2);
const bundle = bundles.find((one) => one.scenario.id === scenario);
const seller = sellers.find((one) => one.name === sellerName);
if (!bundle || !seller) throw new Error(`no scenario ${scenario} or seller ${sellerName}`);
const talk = play(bundle, seller, { seed: Number(seed) });
const buyerId = bundle.personas[0]?.id ?? "";

interface Row {
  turn: number;
  stage: string;
  said: string;
  answer: string;
  happened: string[];
  values: Record<Meter, number>;
}

const short = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))} …`;

/** What changed in one turn, in plain words. */
function happenings(turn: PlayedTurn, before: Talk["state"] | undefined): string[] {
  const { state } = turn;
  return (bundle?.personas ?? []).flatMap((persona) => {
    const now = state.buyers[persona.id];
    const was = before?.buyers[persona.id];
    if (!now) return [];
    const told = now.unlocked.filter((one) => !was?.unlocked.some((old) => old.factId === one.factId));
    const objections = Object.entries(now.objections).flatMap(([id, one]) => {
      const old = was?.objections[id]?.status ?? "dormant";
      if (one.status === old) return [];
      return one.status === "open" ? [`raised ${id}`] : one.status === "resolved" ? [`settled ${id}`] : [];
    });
    const granted = now.concessions.filter((id) => !was?.concessions.includes(id));
    return [...told.map(({ factId }) => `told ${factId}`), ...objections, ...granted.map((id) => `granted ${id}`)];
  });
}

const rows = talk.turns.map((turn, index): Row => {
  const values = turn.state.buyers[buyerId]?.meters ?? { trust: 0, interest: 0, patience: 0 };
  const ended = turn.state.outcome
    ? [turn.state.outcome === "won" ? "agreed" : turn.state.outcome.replace("_", "-")]
    : [];
  return {
    turn: turn.turn,
    stage: turn.state.stage,
    said: turn.trainee,
    answer: turn.replies.map((reply) => reply.text).join(" / "),
    happened: [...happenings(turn, talk.turns[index - 1]?.state), ...ended],
    values,
  };
});

const width = 880;
const left = 52;
const right = 96;
const top = 48;
const height = 220;
const bottom = top + height;
const x = (turn: number) => left + ((width - left - right) * (turn - 1)) / Math.max(1, rows.length - 1);
const y = (value: number) => bottom - (height * value) / 100;
/** shape of the marks as well as colour tells the meters apart */
const dashes: Record<Meter, string> = { trust: "none", interest: "7 4", patience: "2 4" };

function curve(meter: Meter): string {
  const path = line<Row>(
    (row) => x(row.turn),
    (row) => y(row.values[meter]),
  )(rows);
  const last = rows.at(-1);
  const label = last
    ? `<text class="${meter}" x="${x(last.turn) + 10}" y="${y(last.values[meter]) + 4}">${meter} ${last.values[meter]}</text>`
    : "";
  return `<path class="${meter}" fill="none" stroke-width="2" stroke-dasharray="${dashes[meter]}" d="${path}"/>${label}`;
}

function stageBands(): string {
  const bands: { stage: string; from: number; to: number }[] = [];
  for (const row of rows) {
    const last = bands.at(-1);
    if (last?.stage === row.stage) last.to = row.turn;
    else bands.push({ stage: row.stage, from: row.turn, to: row.turn });
  }
  return bands
    .map(({ stage, from, to }, index) => {
      const start = index === 0 ? x(from) : (x(from - 1) + x(from)) / 2;
      const end = index === bands.length - 1 ? x(to) : (x(to) + x(to + 1)) / 2;
      const shade = index % 2 === 0 ? "band" : "band alt";
      const name =
        end - start > 60 ? `<text class="ink2" x="${start + 6}" y="${top - 12}">${stage.replace("_", " ")}</text>` : "";
      return `<rect class="${shade}" x="${start}" y="${top}" width="${Math.max(2, end - start)}" height="${height}"/>${name}`;
    })
    .join("");
}

const marks = rows
  .filter((row) => row.happened.length > 0)
  .map((row) => {
    const words = row.happened
      .map((one, i) => `<tspan x="${x(row.turn)}" dy="${i === 0 ? 0 : 14}">${one}</tspan>`)
      .join("");
    return `<line class="mark" x1="${x(row.turn)}" x2="${x(row.turn)}" y1="${top}" y2="${bottom + 6}"/><text class="ink" text-anchor="middle" y="${bottom + 40}">${words}</text>`;
  })
  .join("");
const ticks = rows
  .map((row) => `<text class="ink2" text-anchor="middle" x="${x(row.turn)}" y="${bottom + 20}">${row.turn}</text>`)
  .join("");
const scale = [0, 25, 50, 75, 100]
  .map(
    (value) =>
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/><text class="ink2" text-anchor="end" x="${left - 8}" y="${y(value) + 4}">${value}</text>`,
  )
  .join("");
const most = Math.max(...rows.map((row) => row.happened.length));
const total = bottom + 44 + most * 14;
const name = bundle.personas[0]?.name ?? "";
const alt = `Trust, interest and patience of ${name} over ${rows.length} turns, with the stages behind them and what was told, raised, settled and granted below.`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" role="img" aria-label="${alt}" font-family="system-ui, sans-serif" font-size="12">
<style>
text{fill:#4e4d45}.ink{fill:#1d1e1a}.ink2{fill:#64625a}.ground{fill:#fdfcfa}.band{fill:#f4f3ef}.band.alt{fill:#eae8e1}.grid{stroke:#dbd7cd}.mark{stroke:#847e72;stroke-dasharray:1 3}
path.trust{stroke:#0b5763}text.trust{fill:#0b5763}path.interest{stroke:#7f4b00}text.interest{fill:#7f4b00}path.patience{stroke:#a0331c}text.patience{fill:#a0331c}
@media (prefers-color-scheme:dark){text{fill:#cfcabd}.ink{fill:#f1eee6}.ink2{fill:#b3ae9f}.ground{fill:#1a1b17}.band{fill:#22231e}.band.alt{fill:#2a2b25}.grid{stroke:#3a3b34}.mark{stroke:#8d887b}path.trust{stroke:#6cc3cf}text.trust{fill:#6cc3cf}path.interest{stroke:#e0b160}text.interest{fill:#e0b160}path.patience{stroke:#f09a80}text.patience{fill:#f09a80}}
</style>
<rect class="ground" width="${width}" height="${total}"/>${stageBands()}${scale}${marks}${meters.map(curve).join("")}${ticks}
</svg>
`;
writeFileSync("docs/images/state-path.svg", svg);

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const table = [
  "| turn | the seller | the buyer | trust / interest / patience | what came of it |",
  "| --- | --- | --- | --- | --- |",
  ...rows.map(
    ({ turn, said, answer, values, happened }) =>
      `| ${turn} | ${cell(short(said, 110))} | ${cell(short(answer, 110))} | ${values.trust} / ${values.interest} / ${values.patience} | ${happened.join(", ") || "–"} |`,
  ),
].join("\n");
const words = `${bundle.scenario.title}, ${name}, the ${seller.name} seller of the preflight, seed ${seed}. Made by \`npm run draw:talk\`; the names are those of the facts (F), objections (O) and concessions (C) in the scenario.`;
const file = "docs/buyer.md";
const [open, close] = ["<!-- talk -->", "<!-- /talk -->"];
const page = readFileSync(file, "utf8");
const from = page.indexOf(open);
const to = page.indexOf(close);
if (from < 0 || to < from) throw new Error(`${file} has no place for the talk`);
const section = `${open}\n\n![${alt}](images/state-path.svg)\n\n${words}\n\n${table}\n\n`;
writeFileSync(file, page.slice(0, from) + section + page.slice(to));
