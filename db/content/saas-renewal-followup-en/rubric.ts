import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "saas-renewal-followup-en-rubric",
  version: 1,
  locale: "en",
  title: "Keeping your word in a second talk",
  cap: 40,
  bar: 70,
  checks: [
    check("en", "reason", {
      weight: 1,
      met: "“I'd like to go through what's open from the first talk, and then the count. Is that all right?”",
      notMet: "“Just checking in.”",
      tryThis: "I'm here about …. I'd like to … first, then …. Is that all right?",
    }),
    check("en", "brief", {
      weight: 1,
      met: "“Your count has to be set before 1 March, and Core ends on the 31st.”",
      notMet: "“Remind me what you have with us?”",
      tryThis: "Before we start: I know that …. How has that …?",
    }),
    check("en", "summary", {
      weight: 3,
      met: "“So I have two things from you, … and …. Did I get them right?” Said before anything is asked of her.",
      notMet: "“So, shall we sign?” with nothing played back.",
      tryThis: "You told me that … and that …. Have I got that right?",
    }),
    check("en", "figures", {
      weight: 3,
      met: "The same total each time it comes up.",
      notMet: "£84,360 at the start and £82,000 a minute later, for the same thing.",
      tryThis: "The figure I gave you was …. It is still …, because ….",
    }),
    check("en", "follow_up", {
      weight: 1,
      met: "“You said what came afterwards wasn't tidy. What happened?”",
      notMet: "“OK. Moving on to the terms.”",
      tryThis: "You just mentioned …. What's behind that?",
    }),
    check("en", "needs", {
      weight: 2,
      met: "Two of her three new needs were told before Plus was presented again.",
      notMet: "The offer of the first talk is repeated word for word.",
      tryThis: "Before I repeat anything: what has changed about … since?",
    }),
    check("en", "linked", {
      weight: 2,
      met: "The first benefit answers something she has told you.",
      notMet: "“Plus also has open shifts and a dashboard.”",
      tryThis: "You told me that …. What Plus does about that is ….",
    }),
    check("en", "ack_first", {
      weight: 2,
      met: "“A tidy talk, and then something untidy from our house. I'd be annoyed too.” Then the answer.",
      notMet: "“That was another department.”",
      tryThis: "So after we spoke, …. I can see why that …. May I ask …?",
    }),
    check("en", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "She says what happened after the first talk before anything is promised again.",
      notMet: "“It'll be different this time” comes at once.",
      tryThis: "What did … set off on your side?",
    }),
    check("en", "trade", {
      weight: 1,
      met: "“If you take 24 months, I can cap the increase at 4%.”",
      notMet: "“I could take another 5% off.”",
      tryThis: "If you …, I can ….",
    }),
    check("en", "dated", {
      weight: 2,
      met: "“I'll send you the one page by Wednesday 24 February, ten o'clock, and I'll ring you on Thursday the 25th at nine.”",
      notMet: "“I'll get that over to you soon.”",
      tryThis: "I'll … by …, and we speak on … at …. All right?",
    }),
    check("en", "own_words", {
      weight: 2,
      met: "“No wonder a tidy talk counts for little when what our house did afterwards wasn't.”",
      notMet: "“I completely understand how you feel.”",
      tryThis: "So what troubles you is less … than ….",
    }),
    check("en", "disclosure", {
      weight: 1,
      met: "“It's billed annually in advance, and count and term stay fixed until the end.”",
      notMet: "Price given; billing and fixed term never mentioned.",
      tryThis: "With that price go two terms: … and ….",
    }),
    check("en", "banned", {
      weight: 2,
      blocker: true,
      met: "No guarantee, no invented deadline, no rumour about a rival.",
      notMet: "“Sign today or the price goes up tonight.”",
      tryThis: "What I can put in writing is ….",
    }),
  ],
};
