import type { Scenario } from "@/lib/contracts/content";
import {
  all,
  any,
  datedStep,
  did,
  fromTurn,
  interest,
  isAcknowledged,
  isOpen,
  needs,
  needsBelow,
  not,
  patienceBelow,
  readyAsk,
  remembered,
  stageIn,
  told,
} from "../conditions";
import { passagesBut, topicsOf } from "../reuse";
import { scenario as before } from "../saas-renewal-en/scenario";
import { topics } from "./topics";

const raw = String.raw;

export const scenario: Scenario = {
  id: "saas-renewal-followup-en",
  version: 1,
  locale: "en",
  family: "saas-renewal-followup",
  follows: "saas-renewal",
  title: "Three weeks later",
  summary: "A second talk about the same renewal. She keeps notes, and nothing is signed.",
  industry: "B2B software",
  situation:
    "It is Tuesday, 23 February. Calloway Hotels' plan ends on 31 March, the licence count is due before 1 March, and no renewal is signed: whatever came of the first talk three weeks ago, it has not become a contract. Priya Nair, who leads finance, has agreed to fifteen minutes. If you had the first talk yourself, she remembers what you said and promised. If not, a colleague of yours had it, and she expects you to have asked.",
  goal: "Find out what stands between the first talk and a signature, keep what was promised, and leave with a yes or a date that holds.",
  offer: [
    "Rotaline Plus, £7.40 a licence a month on 12, 24 or 36 months",
    "A summer count and a lower winter count, at least 60% of it",
    "Up to 6% discount on your own authority, up to 10% with your manager's approval",
    "A yearly cap on increases: 4% on 24 months, 3% on 36 months",
    "The payroll link from any month you agree on within the first half-year",
  ],
  known: [
    "Calloway Hotels: nine hotels in the north of England, about 1,150 people in high season",
    "Core, 950 licences at £6.20 a month, £70,680 a year, ends 31 March 2027",
    "950 licences on Plus all year round would be £84,360",
    "The first talk was in the first week of February; nothing has been signed since",
    "The licence count for the coming year has to be set before 1 March",
    "Priya Nair joined in 2023 from the finance team of an airline",
  ],
  date: "2027-02-23",
  topics: [...topics, ...topicsOf(before.topics, "plus", "support", "self")],
  personaIds: ["priya-nair-later"],
  rubricId: "saas-renewal-followup-en-rubric",
  policyId: "saas-renewal-followup-en-policy",
  sheet: {
    id: "rotaline-sheet-february",
    version: 1,
    title: "Rotaline plans, prices and service, 2027, with notes on renewals",
    product: "Rotaline",
    passages: [
      ...passagesBut(before.sheet, "season-example"),
      {
        id: "season-lowest",
        topic: "count",
        page: 1,
        text: "Example: 950 licences in summer and 570 in winter, the lowest allowed, come to £67,488 a year at £7.40.",
      },
      {
        id: "unsigned-invoice",
        topic: "invoice",
        page: 5,
        text: "An invoice that went out before a renewal was signed is cancelled with a credit note within two working days, and automatic billing is switched off until there is a signature.",
        contradictedBy: [
          raw`\b(invoice|bill)\b[^.]{0,40}\b(has to be paid|must be paid|can't be cancelled|is binding)\b`,
        ],
      },
      {
        id: "link-later",
        topic: "payroll",
        page: 2,
        text: "The payroll link may start up to six months after the move, at no extra charge. It writes one file a night in an open format; 31 payroll systems read it today, and a new one is tested free of charge with a month of hours.",
        contradictedBy: [raw`\b(any|every|all) payroll systems?\b[^.]{0,20}\b(works?|supported|fine)\b`],
      },
    ],
  },
  minNeeds: 2,
  closeThreshold: 62,
  asksForOffer: any(patienceBelow(40), all(fromTurn(7), interest(50)), all(fromTurn(5), needs(2), interest(55))),
  // A sale to somebody who knows what has happened since the last talk.
  won: all(readyAsk(58), any(told("G1"), told("G2"), told("G3"))),
  // What was missed is named with its date at the start: that is no next step yet.
  followUp: all(datedStep, fromTurn(4)),
  maxTurns: 18,
  minutes: 15,
  difficulty: "standard",
  hints: {
    budget: 3,
    rules: [
      { id: "patience-low", when: patienceBelow(30), text: "She is running short. One short question, or a date." },
      {
        id: "price-named",
        when: all(remembered({ promised: "price" }), fromTurn(4), not(did("quote_price"))),
        text: "You named her a figure last time. Say whether it still stands.",
      },
      {
        id: "pick-up",
        when: all(remembered(), fromTurn(2), needsBelow(1), not(did("summarise"))),
        text: "She was there last time. Say what you took away from it.",
      },
      {
        id: "not-there",
        when: all(not(remembered()), fromTurn(2), needsBelow(1)),
        text: "You were not there last time. Ask what has happened since.",
      },
      {
        id: "objection-unheard",
        when: all(isOpen("O1"), not(isAcknowledged("O1"))),
        text: "She is annoyed with your house. Say so before you answer.",
      },
      {
        id: "aftermath",
        when: all(isAcknowledged("O1"), isOpen("O1")),
        text: "Something came in the post. Ask what.",
      },
      { id: "not-now", when: isOpen("O2"), text: "It isn't about spring. What else is being moved?" },
      { id: "cheaper", when: isOpen("O3"), text: "Cheaper may cost something else. Ask what she has seen." },
      {
        id: "terms-due",
        when: all(did("quote_price"), stageIn("presentation", "objection_handling", "closing")),
        text: "A price never stands alone. Which terms belong beside it?",
      },
      {
        id: "enough-known",
        when: all(needs(2), stageIn("discovery", "presentation"), not(did("present_value"))),
        text: "You know enough. Tie one benefit to one thing she told you.",
      },
    ],
    fallback: {
      opening: "Say what is open from the first talk. Then ask what has changed.",
      discovery: "Three weeks change things. One open question, then wait.",
      presentation: "Choose the one thing that answers what she told you.",
      objection_handling: "Name what annoyed her first. Then ask what happened.",
      closing: "Play back what she told you, then one date you can keep.",
    },
  },
};
