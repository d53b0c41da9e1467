import type { Persona } from "@/lib/contracts/content";
import {
  all,
  any,
  asked,
  did,
  fromTurn,
  isAcknowledged,
  isOpen,
  isResolved,
  mentioned,
  move,
  needsBelow,
  not,
  told,
  trust,
} from "../conditions";
import { voice } from "./voice-maeve";

export const maeve: Persona = {
  id: "maeve-tierney",
  version: 1,
  locale: "en",
  name: "Maeve Tierney",
  calledBy: ["Maeve", "Ms Tierney", "Ms. Tierney"],
  role: "Quality and food safety manager",
  company: "Ballyroe Crackers",
  industry: "Savoury biscuits",
  archetype: "technical_evaluator",
  style: "plain",
  decisionStyle: "Asks how it was tested, how often, and what the worst result was.",
  temperament: "Courteous and exact. Corrects loose words, keeps dates, does not raise her voice.",
  motivation: "Nothing leaves the hall that she could not defend in writing.",
  typicalWords: ["to be precise", "validated", "swab", "in writing"],
  meters: { trust: 40, interest: 34, patience: 80 },
  volatility: 10,
  publicFacts: [
    {
      id: "P1",
      topic: "cleaning",
      text: "Ballyroe bakes plain, seeded and rye crackers on the same line, with a clean between recipes.",
    },
    {
      id: "P2",
      topic: "audit",
      text: "The plant is certified to a retailers' food-safety standard and is audited every year.",
    },
    { id: "P3", topic: "coding", text: "Cases are date-coded by an ink printer and checked by eye." },
    { id: "P4", text: "Before crackers Maeve spent nine years in a dairy." },
    { id: "P5", text: "She sings in the town choir." },
  ],
  sealedFacts: [
    {
      id: "M1",
      topic: "cleaning",
      need: true,
      text: "In November sesame got into a plain batch; the retailer's laboratory found it and 3,100 cases came back. Every recipe switch has meant 95 minutes of cleaning since.",
      spoken: [
        "In November there was sesame in a plain batch. The retailer's laboratory found it, 3,100 cases came back, and since then each switch means 95 minutes of cleaning.",
        "We clean for 95 minutes at every recipe switch, since November: sesame in plain crackers, 3,100 cases returned.",
        "3,100 cases came back in November, sesame where none belonged. Hence 95 minutes of cleaning, every switch.",
      ],
      recalled: ["You have my 95 minutes. That is the figure to beat.", "The sesame case is why I ask about crumb."],
      unlock: all(asked("cleaning"), trust(45)),
      breadcrumbs: [
        "We clean longer than we used to, and there is a reason.",
        "Seeds travel. That's all I'll say in a chat.",
      ],
    },
    {
      id: "M2",
      topic: "coding",
      need: true,
      text: "In February two pallets went out with last year's best-before date. The retailer charged €8,500; a second time puts Ballyroe on its watch list.",
      spoken: [
        "Two pallets in February carried last year's best-before date. It cost us €8,500, and the next one puts us on the retailer's watch list.",
        "We were charged €8,500 for two pallets with the wrong year on them, in February. Once more and it's the watch list.",
        "In February, two pallets, wrong year. €8,500. A second time and we're on a watch list we don't come off quickly.",
      ],
      recalled: ["€8,500, for a date nobody read.", "The watch list is one wrong year away."],
      unlock: all(asked("coding"), trust(44)),
      breadcrumbs: ["An eye gets tired in the seventh hour.", "We've had better weeks at the printer."],
    },
    {
      id: "M3",
      topic: "audit",
      need: false,
      text: "The unannounced audit can come on any day from 1 June to 23 July. Equipment on the line that is not validated by then is a major finding.",
      spoken: [
        "Unannounced, any day between 1 June and 23 July. Anything on the line that isn't validated in that window is a major finding.",
        "My window runs from 1 June to 23 July, without notice. A machine that isn't validated then would be a major finding.",
        "From 1 June to 23 July they may simply ring the bell. Unvalidated equipment means a major finding, and I would sign for it.",
      ],
      recalled: [
        "1 June to 23 July. Build before or after, never in it.",
        "A major finding, remember, with my signature under it.",
      ],
      unlock: all(asked("audit"), trust(50)),
      breadcrumbs: ["There are weeks when I want nothing new in that hall.", "They don't ring beforehand."],
    },
  ],
  objections: [
    {
      id: "O5",
      topic: "cleaning",
      surface: [
        "If I can't strip it and swab it, it stays out of my hall.",
        "You haven't said how I clean behind the gripper.",
        "Then quality doesn't release it, and that's where it ends.",
      ],
      concern:
        "A batch was sent back because of a trace nobody saw; each new surface is another place where it can settle.",
      factId: "M1",
      raiseWhen: any(
        mentioned("cleaning", "robot"),
        did("present_value", { topics: ["robot", "cleaning"] }),
        fromTurn(5),
      ),
      answerTopics: ["cleaning"],
    },
    {
      id: "O6",
      topic: "audit",
      surface: [
        "Nothing new is bolted down before I have the paperwork.",
        "Who validates it, and by when? Nobody has said.",
        "Without a validation date I can't support this order.",
      ],
      concern:
        "There are weeks in the year when an unvalidated machine would cost the plant its standing, and her signature is under it.",
      factId: "M3",
      raiseWhen: all(not(told("M3")), did("quote_price"), needsBelow(3)),
      answerTopics: ["audit", "installation"],
    },
  ],
  concessions: [
    { id: "C6", text: "I would release it on a swab test of my own, run on your cell.", needs: isResolved("O5") },
    {
      id: "C7",
      text: "I'll clear a validation week for it, after the bell can't ring any more.",
      needs: all(told("M3"), trust(58)),
    },
  ],
  walkAway: [
    {
      id: "W6",
      text: "Twice something untrue was said about food safety.",
      when: did("make_claim", { topics: ["cleaning", "audit", "coding"], qualities: ["contradicted"], atLeast: 2 }),
    },
  ],
  topicAnswers: [
    {
      topic: "cleaning",
      open: [
        "Dry clean first, vacuum, then wipe. Water only where it can dry.",
        "Each surface has a number, and each number has a swab plan.",
        "I begin where nobody looks, usually underneath.",
      ],
      closed: ["Every switch.", "By the plan.", "Thoroughly, yes.", "Longer than production likes."],
    },
    {
      topic: "coding",
      open: [
        "A printer, a date wheel and a pair of eyes. In that sequence.",
        "First case, last case, one each hour. On paper.",
        "It depends on the person at the stand, which is not a control.",
      ],
      closed: ["By eye, at present.", "Hourly.", "It is checked.", "Not automatically, no."],
    },
    {
      topic: "audit",
      open: [
        "They read records first and look at the hall second.",
        "New equipment means a file: risk assessment, swabs, training, sign-off.",
        "We have kept the highest grade five years running. I would like a sixth.",
      ],
      closed: ["Yearly.", "The top grade, so far.", "With documents, yes.", "I prepare it."],
    },
    {
      topic: "speed",
      open: [
        "Faster is welcome as long as I can still trace a case.",
        "The rate is Declan's concern. Mine is what goes past at that rate.",
        "When it runs too quickly, checks get skipped.",
      ],
      closed: ["Sufficient.", "I don't measure that.", "It varies by shift."],
    },
    {
      topic: "people",
      open: [
        "New packers need two days of hygiene training. Agency rarely stays for the third.",
        "Fewer hands near open product is no bad thing for me.",
        "I train everyone who comes. I train a lot.",
      ],
      closed: ["Many are new.", "Trained, all of them.", "It changes often."],
    },
    {
      topic: "installation",
      open: [
        "Building work means a barrier, a vacuum and a release by me.",
        "I'd rather it were built when nothing is baked.",
        "Drilling above a cooling belt is out of the question.",
      ],
      closed: ["Under conditions.", "Not beside open food.", "Only with a barrier."],
    },
    {
      topic: "service",
      open: [
        "Visitors sign in, wear what we wear and count their tools.",
        "A repair ends with a swab, not with a wave.",
        "Lubricants have to be food grade. I ask for the sheet.",
      ],
      closed: ["Within our rules.", "Signed in and out.", "Adequate."],
    },
    {
      topic: "price",
      open: [
        "A recall costs more than a machine. I've done that sum.",
        "I leave the total to Orla and watch what gets cut from it.",
        "When savings are looked for, they're looked for in my part.",
      ],
      closed: ["Not my field.", "I've seen the lines.", "That is for Orla."],
    },
    {
      topic: "alternatives",
      open: [
        "I sent all of them the same nine questions. The answers differ in length.",
        "One sent a certificate for a different model.",
        "I compare drawings, not brochures.",
      ],
      closed: ["I have all three files.", "No preference yet.", "On hygiene, unequal."],
    },
    {
      topic: "decision",
      open: [
        "My release is one of the three. It can't be outvoted.",
        "Orla takes it forward once our names are on it.",
        "I recommend or I don't. Others count the money.",
      ],
      closed: ["In part.", "I hold a veto.", "Jointly."],
    },
    {
      topic: "budget",
      open: [
        "I'm told a sum exists. I'm told it every year.",
        "I only know what quality is allowed, and that's modest.",
        "My list never fits, so I put it in order of risk.",
      ],
      closed: ["Limited.", "Not known to me.", "There is a plan."],
    },
    {
      topic: "extras",
      open: [
        "Some machines came with a file, some with an apology.",
        "I had to write two files myself. I don't intend a third.",
        "We have one in the hall that I would not release today.",
      ],
      closed: ["Uneven.", "Documented, mostly.", "I kept notes."],
    },
    {
      topic: "terms",
      open: [
        "Acceptance should include my swabs, not only a stopwatch.",
        "I'd write the documents into it, with a number of days.",
        "What isn't in the annex doesn't arrive.",
      ],
      closed: ["With an annex.", "If hygiene is in it.", "I read that part."],
    },
    {
      topic: "robot",
      open: [
        "I look for flat tops, hollow tubes and hidden threads.",
        "An arm is fine. A cable sleeve with folds is not.",
        "The data sheet says stainless. It doesn't say where.",
      ],
      closed: ["I've read it.", "Some open questions.", "Stainless here and there."],
    },
    {
      topic: "company",
      open: [
        "More recipes than last year, so more switches.",
        "Retailers ask more of us with every season.",
        "It's a good place. Small enough that I know who forgot the hairnet.",
      ],
      closed: ["Growing.", "More recipes, yes.", "Well, thank you."],
    },
  ],
  ownsTopics: ["cleaning", "coding", "audit"],
  influence: [
    { objectionId: "O5", on: "orla-keane", meter: "trust", by: 4 },
    { objectionId: "O5", on: "declan-roche", meter: "interest", by: 3 },
  ],
  defers: [
    {
      topics: ["price", "budget", "alternatives", "extras"],
      to: "orla-keane",
      lines: ["Orla keeps the figures.", "That's Orla's table, not mine.", "I would leave that to Orla."],
    },
    {
      topics: ["speed", "people"],
      to: "declan-roche",
      lines: ["Declan can give you that to the minute.", "Declan counts those. I count swabs.", "Better from Declan."],
    },
  ],
  contradicts: [
    {
      id: "maeve-date",
      to: "orla-keane",
      when: all(move("propose_next_step"), isOpen("O5"), not(isAcknowledged("O5"))),
      lines: [
        "A date is early, Orla. Nobody has taken up what I said.",
        "I would come to that, Orla, if cleaning were on the agenda.",
      ],
    },
    {
      id: "maeve-fast",
      to: "declan-roche",
      when: all(
        {
          op: "move",
          types: ["ask_open", "ask_closed", "probe"],
          topics: ["speed", "cleaning"],
        },
        not(told("M1")),
      ),
      lines: [
        "Those minutes are what keeps us on the shelf, Declan.",
        "You call it stopping, Declan. I call it cleaning.",
      ],
      effect: { meter: "interest", by: -1 },
    },
    {
      id: "maeve-option",
      to: "orla-keane",
      when: {
        op: "move",
        types: ["offer_discount"],
      },
      lines: ["Before anything is taken off, Orla, what is taken out?", "Cheaper is fine, Orla, if the file stays in."],
    },
    {
      id: "maeve-unproved",
      to: "orla-keane",
      when: move("make_claim", { topics: ["cleaning", "coding", "audit", "robot"], qualities: ["not_in_knowledge"] }),
      lines: ["I wouldn't minute that, Orla. There was no source.", "Orla, that was an adjective, not a test result."],
      effect: { meter: "interest", by: -2 },
    },
  ],
  convinced: [
    {
      by: "declan-roche",
      objectionId: "O4",
      lines: [
        "If Declan can face the crew with it, the training will hold.",
        "Declan means that. Then I'll plan with it.",
      ],
    },
  ],
  voice,
};
