import type { ScenarioBundle } from "@/lib/contracts/content";
import { sellerNames, type Leak, type PreflightReport, type SellerName } from "@/lib/contracts/preflight";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { judge } from "./findings";
import { pastOf } from "./follow-up";
import { LeakWatch } from "./leaks";
import { perform, type PortsOf } from "./perform";
import { play, type PlayOptions, type Talk } from "./play";
import { everySeller } from "./policies";
import { cheatedOf, distinctLeaks, fidelityOf, figuresOf, reachOf } from "./tally";

export interface PreflightProgress {
  /** talks played so far, of all */
  played: number;
  of: number;
  seller: SellerName;
}

export interface PreflightOptions {
  /** talks per seller */
  runs?: number | undefined;
  /** the scenario's own unless named */
  difficulty?: Difficulty | undefined;
  sellers?: readonly SellerName[] | undefined;
  /** the same seed gives the same report */
  seed?: number | undefined;
  /** who speaks instead of the offline voice, through the real turn machine with its gate and review; `name` is for the report */
  speaker?: { name: string; ports: PortsOf } | undefined;
  /** a follow-up: the scenario of the talk before, which each seller then goes through first */
  first?: ScenarioBundle | undefined;
  onProgress?: ((progress: PreflightProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export const defaultRuns = 50;
const defaultSeed = 7000;

/** Lets others have their turn, and an abort be seen. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Plays every talk, with all that is handed to the speaker and all that is said under watch. */
async function playAll(bundle: ScenarioBundle, options: PreflightOptions, watch: LeakWatch) {
  const { runs = defaultRuns, difficulty = bundle.scenario.difficulty, seed: from = defaultSeed } = options;
  const chosen = everySeller.filter(({ name }) => (options.sellers ?? sellerNames).includes(name));
  const talks: Talk[] = [];
  const leaks: Leak[] = [];
  for (const seller of chosen) {
    for (let index = 0; index < runs; index += 1) {
      options.signal?.throwIfAborted();
      const seed = from + index * 53;
      const own = watch.talk(seller.name, seed);
      const onView: PlayOptions["onView"] = (view, instructions, state) => own.view(view, instructions, state);
      const { speaker, signal, first: before } = options;
      const past = before && pastOf(bundle, before, seller, { seed, difficulty, index });
      own.before(past?.said ?? []);
      const how = { seed, difficulty, remembered: past?.remembered, onView };
      const talk = speaker
        ? await perform(bundle, seller, { ...how, ports: speaker.ports, signal })
        : play(bundle, seller, how);
      for (const { trainee, replies, state } of talk.turns) {
        own.heard(trainee);
        for (const reply of replies) own.line(reply.speakerId, reply.text, state);
      }
      talks.push(talk);
      leaks.push(...own.leaks);
      options.onProgress?.({ played: talks.length, of: runs * chosen.length, seller: seller.name });
      await breathe();
    }
  }
  return { talks, leaks, runs, difficulty, seed: from };
}

/**
 * Tries a scenario with the shipped sellers before anybody practises with it: whether it can be won, whether it tells good
 * selling from bad, and whether its buyers keep what is sealed. Pure but for `speaker`. Rejects with the signal's reason when
 * it aborts; a talk that cannot be played to its end is a finding, no error.
 */
export async function preflight(bundle: ScenarioBundle, options: PreflightOptions = {}): Promise<PreflightReport> {
  const watch = new LeakWatch(bundle);
  const { talks, leaks, runs, difficulty, seed } = await playAll(bundle, options, watch);
  const of = (name: SellerName) => talks.filter((talk) => talk.seller === name);
  const sellers = sellerNames.flatMap((name) => (of(name).length > 0 ? [figuresOf(name, of(name))] : []));
  const find = (name: SellerName) => sellers.find((one) => one.seller === name);
  const [weak, strong] = [find("weak"), find("strong")];
  const honest = talks.filter((talk) => talk.seller !== "cheating");
  const measured = {
    scenarioId: bundle.scenario.id,
    title: bundle.scenario.title,
    locale: bundle.scenario.locale,
    difficulty,
    runs,
    seed,
    chain: options.speaker?.name ?? "offline",
    solvability: strong ? { reached: strong.reached, won: strong.won } : null,
    discrimination: strong && weak ? Math.round((strong.reached.rate - weak.reached.rate) * 10) / 10 : null,
    sellers,
    leaks: distinctLeaks([...watch.content, ...leaks]),
    fidelity: fidelityOf(talks),
    ...reachOf(bundle, honest.length > 0 ? honest : talks),
    cheated: cheatedOf(talks),
    failures: talks.flatMap(({ seller, seed: at, failure }) => (failure ? [{ seller, seed: at, code: failure }] : [])),
  };
  const spoke = new Set(talks.flatMap((talk) => talk.transcript.map((line) => line.speaker)));
  return { ...measured, ...judge(bundle, measured, spoke) };
}
