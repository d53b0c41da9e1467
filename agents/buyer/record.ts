import type { ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { Granted } from "./concessions";
import type { Held } from "./disclosure";
import type { Ending } from "./endings";
import type { Raised } from "./objections";

/** A question left to a colleague: who was asked, who answers, and the words in between. */
export interface Deferral {
  from: string;
  to: string;
  topic: string;
  line: string;
}

/** What one turn brought about, before anyone speaks: what the director and the plans go by. */
export interface TurnRecord {
  bundle: ScenarioBundle;
  before: ConversationState;
  after: ConversationState;
  played: PlayedMove[];
  text: string;
  words: number;
  unlocked: Held[];
  raised: Raised | null;
  resolved: Raised[];
  granted: Granted | null;
  /** the buyer who decides wants the price now */
  asksPrice: boolean;
  ending: Ending | null;
  /** a question that the buyer asked leaves to a colleague, with the words for it */
  deferral: Deferral | null;
  /** who a question of this turn is left to, whether or not there are words for it */
  passed: string | undefined;
}
