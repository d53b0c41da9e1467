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
import { voice } from "./voice-declan";

export const declan: Persona = {
  id: "declan-roche",
  version: 1,
  locale: "en",
  name: "Declan Roche",
  calledBy: ["Declan", "Mr Roche", "Mr. Roche", "Dec"],
  role: "Production manager",
  company: "Ballyroe Crackers",
  industry: "Savoury biscuits",
  archetype: "busy",
  style: "terse",
  decisionStyle: "Decides standing up. Believes days, minutes, and somebody who has run one.",
  temperament: "Short, not rude. Types from the hall and leaves when nothing is in it for the floor.",
  motivation: "A line that runs and a crew that stays.",
  typicalWords: ["the floor", "days", "my lot", "who packs then"],
  meters: { trust: 37, interest: 42, patience: 92 },
  volatility: 15,
  publicFacts: [
    {
      id: "P1",
      topic: "speed",
      text: "Line 2 bakes round the clock five days a week; packing into cases is done by hand.",
    },
    {
      id: "P2",
      topic: "people",
      text: "Three shifts, with packing posts advertised on the company's site since the winter.",
    },
    { id: "P3", topic: "installation", text: "The summer shutdown from 2 August is the one time all ovens are cold." },
    { id: "P4", text: "Declan came up through the bakery; he started on the flour store." },
    { id: "P5", text: "He hurls for a club near Dundalk, or did until his knee." },
  ],
  sealedFacts: [
    {
      id: "R1",
      topic: "speed",
      need: true,
      text: "The ovens give 34 cases a minute and hand packing manages 28, so Declan slows the ovens every shift.",
      spoken: [
        "Ovens give 34 cases a minute. Hands pack 28. So I slow the ovens, every shift.",
        "28 a minute by hand, on a good day. Ovens do 34. I turn them down.",
        "New oven, 34 a minute. Then it hits packing: 28. So we crawl.",
      ],
      recalled: ["34 from the oven, remember. Not 28.", "I'm still turning ovens down."],
      unlock: all(asked("speed"), trust(42)),
      breadcrumbs: ["Ovens aren't the trouble.", "Something's always waiting for something."],
    },
    {
      id: "R2",
      topic: "people",
      need: true,
      text: "Seven packing posts stand empty and agency packers cost €13,900 a month. In January Declan gave the crew his word that no machine would put anyone out.",
      spoken: [
        "Seven posts empty, €13,900 a month to the agency. And in January I gave the crew my word: no machine puts anyone out.",
        "I gave my word in January nobody goes over a machine. Meanwhile seven posts empty and the agency takes €13,900 a month.",
        "Agency's €13,900 a month, I've seven posts nobody wants. But the crew has my word since January. Nobody's out.",
      ],
      recalled: ["They've my word. Keep that in mind.", "Seven empty posts. That's your opening, not my crew."],
      unlock: all(asked("people"), trust(48)),
      breadcrumbs: ["Some stools are empty. Some aren't.", "I told them something and I'll stick to it."],
    },
    {
      id: "R3",
      topic: "installation",
      need: false,
      text: "The conveyor refit of autumn 2024 was planned for four days and took eleven. A Christmas order went out short and Declan answered for it.",
      spoken: [
        "Autumn 2024, conveyor refit. Four days planned, eleven taken. Christmas order went short and I stood for it.",
        "Eleven days. Was meant to be four. Conveyor refit, 2024, and the Christmas order went out short. That was me on the carpet.",
        "They said four days, the conveyor refit in 2024. Eleven. Short on the Christmas order, and guess who explained.",
      ],
      recalled: ["Four became eleven. I don't forget.", "I've had my Christmas with no crackers."],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O3" }),
          did("empathise", { topics: ["installation"] }),
          did("probe", { topics: ["installation"], atLeast: 2 }),
        ),
        asked("installation"),
        trust(46),
      ),
      breadcrumbs: ["Had fitters in before. Long stay.", "Plans are grand till somebody opens a cabinet."],
    },
  ],
  objections: [
    {
      id: "O3",
      topic: "installation",
      surface: [
        "You'll have my line in bits for a month. No.",
        "And who packs while you're at it?",
        "Not on my line. Not this year.",
      ],
      concern:
        "The last rebuild ran far over its days and he was left answering for an order; he fears the calendar, not the machine.",
      factId: "R3",
      raiseWhen: any(mentioned("installation", "robot"), did("present_value", { qualities: ["blind"] }), fromTurn(3)),
      answerTopics: ["installation", "terms"],
    },
    {
      id: "O4",
      topic: "people",
      surface: [
        "That machine eats jobs, and the crew knows where I sit.",
        "What do I tell the packers, then?",
        "I won't stand in front of them with that.",
      ],
      concern: "He promised the crew something and will not be the one who breaks it.",
      factId: "R2",
      raiseWhen: all(
        not(told("R2")),
        any(
          did("present_value", { topics: ["people", "speed"], qualities: ["blind"] }),
          did("make_claim", { topics: ["people"] }),
          all(did("quote_price"), needsBelow(3)),
        ),
      ),
      answerTopics: ["people"],
    },
  ],
  concessions: [
    { id: "C4", text: "You can have the two weeks in August.", needs: isResolved("O3") },
    { id: "C5", text: "I'll tell the crew myself. With you beside me.", needs: all(told("R2"), trust(56)) },
  ],
  walkAway: [
    {
      id: "W5",
      text: "Declan was asked for a yes twice before anything of his was answered.",
      when: did("ask_commitment", { qualities: ["early"], atLeast: 3 }),
    },
  ],
  topicAnswers: [
    {
      topic: "speed",
      open: [
        "Mix, bake, cool, wrap, box. Boxing's by hand.",
        "It runs. How well depends who turned up.",
        "Mornings fine. After the ten o'clock break, less.",
      ],
      closed: ["It runs.", "Most shifts.", "Slower than I'd like.", "Not where it should be."],
    },
    {
      topic: "people",
      open: [
        "Good crew. Tired wrists.",
        "Standing eight hours folding boxes. Would you?",
        "Some here twenty years, some since Tuesday.",
      ],
      closed: ["Always short.", "Good ones stay.", "Agency fills in.", "Depends on the week."],
    },
    {
      topic: "installation",
      open: [
        "August, when the ovens are cold. Nothing else.",
        "Everyone says it's quick. Then a lorry's late.",
        "You get the hall, I want it back the way it was.",
      ],
      closed: ["August only.", "Two weeks, that's all.", "Not with hot ovens.", "If it's planned right."],
    },
    {
      topic: "service",
      open: [
        "We've one fitter. Days.",
        "What I want's a voice at night that knows the thing.",
        "Parts on my shelf beat parts on a van.",
      ],
      closed: ["Patchy.", "Days only.", "Own fitter, mostly."],
    },
    {
      topic: "cleaning",
      open: [
        "Maeve stops me, we wash, I start again.",
        "Every recipe switch I lose the best part of a shift, feels like.",
        "Clean's clean. I'd like it faster.",
      ],
      closed: ["Too long.", "Every switch.", "Has to be done."],
    },
    {
      topic: "coding",
      open: [
        "Printer prints. Somebody looks. Mostly.",
        "Somebody checks the first box and the last one.",
        "Date wheel gets changed at midnight, by hand.",
      ],
      closed: ["By eye.", "Usually right.", "At the start of a run."],
    },
    {
      topic: "audit",
      open: [
        "Everyone sweeps for a week. Then they come.",
        "I get told what to move.",
        "They look at floors. And at us.",
      ],
      closed: ["Passed it.", "They turn up.", "No trouble so far."],
    },
    {
      topic: "price",
      open: ["Orla's money, not mine.", "What's it cost if it stands? That's my price.", "Cheap gear costs me nights."],
      closed: ["Don't know, don't mind.", "Her department.", "Seen the top line."],
    },
    {
      topic: "alternatives",
      open: ["Three lads with three arms.", "I went to see one. Nice coffee.", "They'd all start tomorrow, they say."],
      closed: ["There's a few.", "Met them.", "No favourite."],
    },
    {
      topic: "decision",
      open: [
        "I say if it runs. They do the rest.",
        "If I'm against it, it doesn't come.",
        "Orla collects the signatures.",
      ],
      closed: ["Partly.", "I've a say.", "Upstairs, in the end."],
    },
    {
      topic: "budget",
      open: ["They gave me a hall, not a purse.", "I asked for two. I'll get one.", "It's somewhere in a plan."],
      closed: ["No idea.", "Enough, I hope.", "Not my column."],
    },
    {
      topic: "extras",
      open: [
        "Some jobs went grand. Some I'd sooner forget.",
        "Fitters in, fitters out.",
        "I keep the old drawings. They lie.",
      ],
      closed: ["Up and down.", "Seen worse.", "Fifty-fifty."],
    },
    {
      topic: "terms",
      open: [
        "Pay them when it runs. That's the contract.",
        "A test, here, with my crackers.",
        "I sign the last sheet, nobody else.",
      ],
      closed: ["Fine by me.", "After a full week of it.", "No test, no pay."],
    },
    {
      topic: "robot",
      open: [
        "Four posts, low roof. Measure it.",
        "An arm's an arm. It's the feeding that jams.",
        "Keep the buttons few.",
      ],
      closed: ["Might fit.", "Saw a picture.", "Looks solid."],
    },
    {
      topic: "company",
      open: ["Flat out since the oven.", "Rye, rye and more rye.", "Same hall, twice the crackers."],
      closed: ["Busy.", "Grand.", "Can't complain. I do."],
    },
  ],
  ownsTopics: ["speed", "people", "installation", "service"],
  influence: [
    { objectionId: "O3", on: "orla-keane", meter: "interest", by: 5 },
    { objectionId: "O4", on: "maeve-tierney", meter: "trust", by: 2 },
  ],
  defers: [
    {
      topics: ["price", "budget", "decision", "terms", "alternatives"],
      to: "orla-keane",
      lines: ["Orla's the one with the pen.", "Don't ask me about money. Orla.", "That's office stuff. Over to Orla."],
    },
    {
      topics: ["coding", "audit"],
      to: "maeve-tierney",
      lines: ["Maeve. I only do what the sheet says.", "Needs a clipboard, that one.", "Clipboard question. Maeve."],
    },
  ],
  contradicts: [
    {
      id: "declan-date",
      to: "orla-keane",
      when: all(move("propose_next_step"), isOpen("O3"), not(isAcknowledged("O3"))),
      lines: ["Put me down for no, Orla. I still don't know my days.", "You two meet. Nobody's talked to the floor."],
    },
    {
      id: "declan-nameplate",
      to: "orla-keane",
      when: all({ op: "move", types: ["ask_open", "ask_closed", "probe"], topics: ["speed"] }, not(told("R1"))),
      lines: ["That report's a month old and rounded up, Orla.", "You're reading the nameplate, Orla. Come down."],
      effect: { meter: "interest", by: -1 },
    },
    {
      id: "declan-clean",
      to: "maeve-tierney",
      when: {
        op: "move",
        types: ["ask_open", "probe"],
        topics: ["cleaning"],
      },
      lines: ["And I stand there with cold belts while you swab, Maeve.", "Clean as you like, Maeve, but in minutes."],
    },
    {
      id: "declan-slide",
      to: "orla-keane",
      when: move("make_claim", { topics: ["speed", "installation", "people"], qualities: ["not_in_knowledge"] }),
      lines: ["Don't write that down yet, Orla. Nobody's timed it.", "That's a salesman's number, Orla."],
      effect: { meter: "interest", by: -2 },
    },
  ],
  convinced: [
    {
      by: "orla-keane",
      objectionId: "O1",
      lines: ["If Orla's happy with the sum, I've one less fight.", "Orla's off the price. That never happens."],
    },
    {
      by: "maeve-tierney",
      objectionId: "O5",
      lines: ["Maeve can live with it? Then I might get my minutes.", "If Maeve's not stopping me, who is?"],
    },
  ],
  voice,
};
