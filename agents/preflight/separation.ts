import type { ScenarioBundle } from "@/lib/contracts/content";
import { difficulties, type Difficulty } from "@/lib/contracts/vocabulary";
import type { Share } from "@/lib/contracts/preflight";
import { firstOf, pastOf } from "./follow-up";
import { play, succeeded } from "./play";
import { everySeller } from "./policies";
import type { Seller } from "./seller";
import { meanOf, shareOf } from "./shares";

/** How one seller fares at one difficulty, over all the scenarios given. */
export interface SeparationRow {
  difficulty: Difficulty;
  seller: Seller["name"];
  reached: Share;
  won: Share;
  /** means over all buyers at the end */
  meters: { trust: number; interest: number; patience: number };
  turns: number;
}

/**
 * Plays `talks` talks per seller and difficulty, spread evenly over the scenarios, each from a seed of its own. `known`: where the
 * first talk of a follow-up is looked for.
 */
export function separate(
  bundles: readonly ScenarioBundle[],
  talks: number,
  known: readonly ScenarioBundle[] = bundles,
  seed = 7000,
): SeparationRow[] {
  return difficulties.flatMap((difficulty) =>
    everySeller.map((seller) => {
      const played = Array.from({ length: talks }, (_, index) => {
        const bundle = bundles[index % bundles.length];
        if (!bundle) throw new Error("no scenario to play");
        const before = firstOf(bundle, known);
        const how = { seed: seed + index * 53, difficulty };
        const past = before && pastOf(bundle, before, seller, { ...how, index });
        const { state, turns } = play(bundle, seller, { ...how, remembered: past?.remembered });
        const buyers = Object.values(state.buyers).map((buyer) => buyer.meters);
        return { reached: succeeded({ state }), won: state.outcome === "won", turns: turns.length, buyers };
      });
      const buyers = played.flatMap((talk) => talk.buyers);
      return {
        difficulty,
        seller: seller.name,
        reached: shareOf(played.filter((talk) => talk.reached).length, played.length),
        won: shareOf(played.filter((talk) => talk.won).length, played.length),
        meters: {
          trust: meanOf(buyers.map((one) => one.trust)),
          interest: meanOf(buyers.map((one) => one.interest)),
          patience: meanOf(buyers.map((one) => one.patience)),
        },
        turns: meanOf(played.map((talk) => talk.turns)),
      };
    }),
  );
}
