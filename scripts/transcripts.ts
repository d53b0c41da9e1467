/** Prints ten whole talks and measures the tells of a machine on them. Exits 1 when a bound is broken. */
import pc from "picocolors";
import { bundles } from "@/db/content";
import { play, succeeded, type Talk } from "@/agents/preflight/play";
import { everySeller, sellers } from "@/agents/preflight/policies";
import { measureTells, sharedOpenings, type Tell } from "@/tests/support/tells";

const talksShown = 10;

function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

function nameOf(talk: Talk, speaker: string): string {
  return talk.bundle.personas.find((persona) => persona.id === speaker)?.name ?? speaker;
}

/** Trust, interest and patience of each buyer, by name where there are several. */
function metersOf(talk: Talk, state: Talk["state"]): string {
  const several = talk.bundle.personas.length > 1;
  return Object.entries(state.buyers)
    .map(([id, { meters }]) => {
      const values = `${meters.trust}/${meters.interest}/${meters.patience}`;
      return several ? `${nameOf(talk, id).split(" ")[0] ?? id} ${values}` : values;
    })
    .join(" · ");
}

function printTalk(talk: Talk, number: number): void {
  const { scenario } = talk.bundle;
  print();
  print(pc.bold(`Talk ${number} · ${scenario.title} · ${scenario.locale} · ${talk.seller} seller · seed ${talk.seed}`));
  for (const turn of talk.turns) {
    const moves = turn.perception.moves.map(({ type, topic, addressee }) => {
      const about = [topic, addressee && `to ${nameOf(talk, addressee)}`].filter(Boolean).join(", ");
      return about ? `${type}(${about})` : type;
    });
    print();
    print(`${pc.cyan(`${turn.turn}. Seller`)}  ${turn.trainee}`);
    for (const reply of turn.replies) print(`   ${pc.yellow(nameOf(talk, reply.speakerId))}  ${reply.text}`);
    const meters = metersOf(talk, turn.state);
    print(
      pc.dim(
        `   ${moves.join(" ")} → ${turn.replies.map((reply) => reply.plan.intent).join(", ")} · ${turn.state.stage} · ${meters}`,
      ),
    );
  }
  const told = Object.values(talk.state.buyers).flatMap((buyer) => buyer.unlocked.map((one) => one.factId));
  print(
    pc.dim(
      `   End: ${talk.state.outcome ?? "turns used up"} (${talk.state.endReason ?? "–"}) · told ${told.join(", ") || "nothing"}`,
    ),
  );
}

function printTells(tells: Tell[]): void {
  for (const tell of tells) {
    const value = Math.round(tell.value * 100) / 100;
    const verdict = tell.pass ? pc.green("pass") : pc.red("FAIL");
    print(`  ${verdict}  ${tell.name}: ${value} (${tell.good} ${tell.bound})`);
  }
}

/** Ten talks over all scenarios and sellers in turn; `--family` and `--seller` narrow them down, `--seed` shifts them. */
function choose(args: string[]): Talk[] {
  const option = (name: string) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? undefined : args[at + 1];
  };
  const from = Number(option("seed") ?? 11);
  const scenarios = bundles.filter((bundle) => bundle.scenario.id.includes(option("family") ?? ""));
  const wanted = option("seller");
  const chosen = wanted ? everySeller.filter((seller) => seller.name.includes(wanted)) : sellers;
  const pairs = scenarios.flatMap((bundle) => chosen.map((seller) => ({ bundle, seller })));
  if (pairs.length === 0) throw new Error("no scenario or seller of that name");
  // Step through the pairs by a number prime to most counts, so that languages and sellers alternate.
  return Array.from({ length: talksShown }, (_, index) => {
    const pair = pairs[(index * 5) % pairs.length] ?? pairs[0];
    if (!pair) throw new Error("unreachable: pairs is not empty");
    return play(pair.bundle, pair.seller, { seed: from + index });
  });
}

function main(args: string[]): number {
  const talks = choose(args);
  for (const [index, talk] of talks.entries()) printTalk(talk, index + 1);
  print();
  print(pc.bold("Tells, over these talks"));
  const tells = measureTells(talks);
  printTells(tells);
  print();
  print(pc.bold("Openings of three tries by one trainee"));
  const strong = sellers[2];
  const openings = bundles.map((bundle) => {
    const tries = [1, 2, 3].map((attempt) => play(bundle, strong, { seed: 500 + attempt, attempt }));
    return { ...sharedOpenings(tries), name: bundle.scenario.id };
  });
  printTells(openings);
  print();
  print(
    `Reached the goal: ${everySeller
      .flatMap((seller) => {
        const own = talks.filter((talk) => talk.seller === seller.name);
        return own.length > 0 ? [`${seller.name} ${own.filter(succeeded).length} of ${own.length}`] : [];
      })
      .join(", ")}`,
  );
  return [...tells, ...openings].every((tell) => tell.pass) ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
