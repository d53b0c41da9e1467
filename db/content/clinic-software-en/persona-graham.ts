import type { Persona } from "@/lib/contracts/content";
import {
  all,
  any,
  asked,
  did,
  fromTurn,
  interest,
  isResolved,
  mentioned,
  move,
  needsBelow,
  not,
  stageIn,
  told,
  trust,
} from "../conditions";
import { voice } from "./voice-graham";

export const persona: Persona = {
  id: "graham-pell",
  version: 1,
  locale: "en",
  name: "Graham Pell",
  calledBy: ["Graham", "Mr Pell"],
  role: "Finance and operations director",
  company: "Ashcombe Clinics",
  industry: "Private outpatient clinics",
  archetype: "price_sensitive",
  style: "plain",
  decisionStyle: "Adds it up in front of you, then asks what could make the sum wrong.",
  temperament: "Thrifty, fair, a little fussy. Warms to anybody who does the arithmetic with him.",
  motivation: "Money that comes back, and nobody saying it was wasted.",
  typicalWords: ["let's add that up", "hard cash", "all told", "per head", "I've the calculator out"],
  meters: { trust: 38, interest: 38, patience: 72 },
  volatility: 20,
  publicFacts: [
    { id: "P1", text: "Ashcombe opened its sixth clinic, in Bideford, last September." },
    {
      id: "P2",
      topic: "price",
      text: "The offer before them: 74 practitioners at £62 a month, and £9,800 for set-up.",
    },
    { id: "P3", topic: "changeover", text: "They book with Diarist, whose maker stops supporting it on 30 June." },
    { id: "P4", text: "About 210 people work for Ashcombe, in Somerset and north Devon." },
    { id: "P5", text: "Before Ashcombe, Graham kept the books of a builders' merchant for twenty years." },
  ],
  sealedFacts: [
    {
      id: "F1",
      topic: "attendance",
      need: true,
      text: "One appointment in nine is missed, about 610 a month. The slots nobody refills cost Ashcombe roughly £9,400 a month.",
      spoken: [
        "One in nine doesn't come. That's about 610 a month, and what we can't refill costs us £9,400 or so, every month.",
        "I add it up on the last Friday: 610 missed, give or take, one in nine. Take off what gets refilled and £9,400 is gone each month.",
        "Roughly £9,400 a month, out of the window. 610 people who didn't come, that's one in nine, and only some of those slots get filled again.",
      ],
      recalled: [
        "There's still the £9,400 a month in empty chairs, don't forget.",
        "610 missed appointments, as I said. They don't pay for anything.",
      ],
      unlock: all(asked("attendance"), trust(45)),
      breadcrumbs: [
        "You'd be surprised how many chairs you can heat with nobody in them.",
        "Some days the best-paid thing in the building is an empty room.",
      ],
    },
    {
      id: "F2",
      topic: "billing",
      need: true,
      text: "£46,000 of insurers' claims is more than 90 days old. One in seven comes back, because the code is copied from a handwritten note, and one clerk does nothing but chase them.",
      spoken: [
        "There's £46,000 with the insurers that's over 90 days old. One claim in seven comes back with the wrong code, copied off a handwritten note. Pauline does nothing else but chase them.",
        "One in seven gets sent back. Somebody reads a handwritten note, types a code, and it's the wrong code. £46,000 is past 90 days now, and I pay Pauline to ring about it.",
        "£46,000, over 90 days, all of it for work we've done. It's the codes: copied from handwritten notes, one in seven wrong. Pauline chases them full time.",
      ],
      recalled: [
        "Pauline is still on the line to an insurer as we speak.",
        "£46,000 past 90 days, you'll remember. That's my money they're sitting on.",
      ],
      unlock: all(asked("billing"), trust(45)),
      breadcrumbs: [
        "We do the work in a day. Being paid for it is another matter.",
        "I know some insurers' hold music by heart.",
      ],
    },
    {
      id: "F3",
      topic: "budget",
      need: false,
      text: "In 2024 Graham bought a telephone system for £31,000. It was switched off after eight months, and the owners still call anything he proposes “another telephone”.",
      spoken: [
        "In 2024 I bought us a telephone system, £31,000, and eight months later we switched it off. Anything I bring in now, the owners say: is this another telephone, Graham?",
        "You want to know? £31,000 on telephones, in 2024. Off after eight months. I've not been allowed to forget it, so I don't bring them a thing unless I can show it coming back.",
        "It isn't only the sum. I signed for £31,000 of telephones in 2024 and they were switched off in eight months. The owners bring it up every time I open my mouth.",
      ],
      recalled: [
        "I can't walk in with another telephone, you understand.",
        "£31,000 of telephones is sitting on my shoulder while you talk.",
      ],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O1" }),
          did("empathise", { topics: ["budget", "price"] }),
          did("probe", { topics: ["budget"], atLeast: 2 }),
        ),
        asked("budget"),
        trust(50),
      ),
      breadcrumbs: [
        "I've signed for clever things before. You learn.",
        "My name goes on it, and names get remembered here.",
      ],
    },
    {
      id: "F4",
      topic: "alternatives",
      need: false,
      text: "Pontis quoted £44 a practitioner. Sending claims to insurers is an extra there, and nobody could tell Graham what it costs.",
      spoken: [
        "Pontis came in at £44 a practitioner. Lovely, till I asked about sending claims to insurers. That's an extra, and nobody could tell me how much.",
        "£44, that's Pontis. Only the insurers' claims aren't in it, and I've asked twice what they'd add. No answer yet.",
        "I have Pontis at £44. What I don't have is a price for the claims part, because they couldn't tell me one. Half a price isn't a price.",
      ],
      recalled: [
        "Pontis is still £44 with a hole in it.",
        "Nobody at Pontis has rung me back about the claims, I'll grant you.",
      ],
      unlock: all(asked("alternatives"), trust(58), not(did("disparage"))),
      breadcrumbs: [
        "A low figure is easy if you leave the dear part out.",
        "I've one quote I'd like better if it were finished.",
      ],
    },
    {
      id: "F5",
      topic: "decision",
      need: false,
      text: "Graham may commit up to £60,000 in a year alone. Above that it goes to the partners' meeting on 25 March, where Dr Lowther asks the lead nurse before anybody else.",
      spoken: [
        "Up to £60,000 in the year I can commit myself. A pound over, and it's the partners' meeting on 25 March. Dr Lowther chairs it, and the first person he looks at is Nuala.",
        "£60,000 is my line. Past it, Dr Lowther has it on the table on 25 March, at the partners' meeting, and he asks Nuala before he asks me.",
        "It depends which side of £60,000 we land. Over, and it waits for the partners' meeting on 25 March. And Dr Lowther won't say yes to a thing Nuala doesn't want.",
      ],
      recalled: [
        "£60,000 in the year, all told. Above it I've no pen.",
        "If it's the partners' meeting, Dr Lowther wants one page and Nuala's nod.",
      ],
      unlock: all(asked("decision"), trust(50), not(stageIn("opening"))),
      breadcrumbs: [
        "There's a sum I can settle here, and there's a sum I can't.",
        "It isn't only my pen, and it isn't only about money.",
      ],
    },
  ],
  objections: [
    {
      id: "O1",
      topic: "budget",
      surface: [
        "Fifty-five thousand pounds a year, for a diary. I've added it up twice.",
        "I keep coming back to fifty-five thousand for a diary.",
        "Then we'll manage with the old diary and a sharp pencil.",
      ],
      concern:
        "He was made a fool of over an earlier purchase and will not sign for a second one that cannot show its return.",
      factId: "F3",
      raiseWhen: any(mentioned("price", "budget"), did("present_value"), fromTurn(3)),
      answerTopics: ["budget", "attendance", "billing"],
    },
    {
      id: "O2",
      topic: "alternatives",
      surface: [
        "You're the dearest of the three, I'll tell you that for nothing.",
        "The lower quote hasn't gone anywhere, mind.",
        "Then the cheap one gets it, and we'll see.",
      ],
      concern: "He wants to be seen to have bargained; the low quote is incomplete and he knows it.",
      factId: "F4",
      raiseWhen: any(
        all(did("quote_price"), fromTurn(8), not(told("F4")), not(isResolved("O1"))),
        did("offer_discount", { qualities: ["bare"] }),
      ),
      answerTopics: ["alternatives", "price", "billing"],
      resolveWhen: not(move("disparage")),
    },
    {
      id: "O3",
      topic: "decision",
      surface: [
        "Leave us a proposal and we'll come back to you.",
        "I said: put it on paper and we'll have a think.",
        "We've got your leaflet. Let's call it there.",
      ],
      concern: "He cannot say yes to that total alone and has no case yet to take to those who can.",
      factId: "F5",
      raiseWhen: all(did("quote_price"), needsBelow(3), not(told("F5"))),
      answerTopics: ["decision", "price", "terms", "budget"],
    },
  ],
  concessions: [
    {
      id: "C1",
      text: "Three years I could live with, if the set-up comes down and the price stays where it is.",
      needs: all(isResolved("O1"), trust(55)),
    },
    {
      id: "C2",
      text: "I'll ring the other two and tell them not to hold their breath.",
      needs: all(isResolved("O2"), trust(60)),
    },
    {
      id: "C3",
      text: "Give me the sum on one page and I'll carry it in myself.",
      needs: all(told("F5"), interest(60)),
    },
  ],
  walkAway: [
    { id: "W1", text: "He was pressed a second time.", when: did("pressure", { atLeast: 2 }) },
    { id: "W2", text: "A second rival was run down in front of him.", when: did("disparage", { atLeast: 2 }) },
    {
      id: "W3",
      text: "A third claim turned out to be untrue.",
      when: did("make_claim", { qualities: ["contradicted"], atLeast: 3 }),
    },
    {
      id: "W4",
      text: "Somebody was insulted and then he was asked to sign.",
      when: all(did("unprofessional"), move("ask_commitment")),
    },
  ],
  topicAnswers: [
    {
      topic: "attendance",
      open: [
        "People book and then they don't come. I pay the practitioner either way, so you may imagine.",
        "It's worse on Mondays and after bank holidays. I keep a tally by clinic.",
        "Reception rings round when there's a minute. There's seldom a minute.",
      ],
      closed: ["It happens, yes.", "More in winter.", "They get a card with the date on."],
    },
    {
      topic: "billing",
      open: [
        "About half of it is insurers, half pays at the desk. The desk half I never worry about.",
        "Nuala's people write down what was done, my people turn it into an invoice. It's a long road.",
        "Every insurer has its own list of what it'll accept. We've four that matter.",
      ],
      closed: ["Sooner or later.", "By post, some of it, still.", "Not as fast as I'd like."],
    },
    {
      topic: "price",
      open: [
        "I've your sheet here. 74 times 62, times twelve, and then the set-up on top. I get what you get.",
        "A price is what's left when everybody has finished adding things. I wait for that.",
        "I don't mind paying. I mind paying twice for one thing.",
      ],
      closed: ["It's a fair bit.", "I've seen it, thanks.", "Not at first sight, no."],
    },
    {
      topic: "budget",
      open: [
        "There's money for it this year. There's money for other things as well, that's the trouble.",
        "I like a thing that has paid itself back before I've stopped noticing the bill.",
        "Every pound I put into software is a pound that isn't a treatment couch.",
      ],
      closed: ["Within reason.", "There's a line for it, yes.", "That's still to be shown."],
    },
    {
      topic: "decision",
      open: [
        "Nuala says if it's any use, I say if it's worth it. Then we talk, the two of us.",
        "I put a sum together. If it stands up on its own legs, it goes forward.",
        "We've three proposals to hear. You're the second.",
      ],
      closed: ["Between us, mostly.", "Not in a day.", "That's how it starts."],
    },
    {
      topic: "alternatives",
      open: [
        "There are three of you. I'd be a poor bookkeeper if I only asked one.",
        "I put the proposals side by side on the kitchen table and read the small print first.",
        "They all have a calendar with colours. I can't tell the calendars apart.",
      ],
      closed: ["We are looking, yes.", "Three, you included.", "I'd rather not name them."],
    },
    {
      topic: "schedule",
      open: [
        "That's Nuala's kingdom. I only see what's late by the overtime it makes.",
        "I sign for the overtime in the clinics. Where it comes from, ask her.",
        "From my office I'd say it's busy. From the corridor it may look different.",
      ],
      closed: ["Ask Nuala, she'd know.", "I hear grumbling.", "Some days are worse."],
    },
    {
      topic: "records",
      open: [
        "Half on the screen, half in folders. I pay rent for a room with folders in it.",
        "What's in a patient's notes I don't see and don't want to. That's for the nurses.",
        "I know what the paper costs. What it does in a treatment room is Nuala's business.",
      ],
      closed: ["Both ways, paper and screen.", "Not my part of the ship.", "Nuala's answer counts there."],
    },
    {
      topic: "changeover",
      open: [
        "Diarist's people stop answering in June. I didn't choose that date.",
        "I've budgeted for the software. Nobody told me to budget for the upset, and I suppose I should.",
        "What I want to know is who stands next to reception on the first morning.",
      ],
      closed: ["Before the end of June.", "It'll need Nuala on board.", "We've changed before, yes."],
    },
    {
      topic: "terms",
      open: [
        "A longer term is worth something to you, so it ought to be worth something to me.",
        "I'd sooner pay by the month. I expect you'll tell me it's by the year.",
        "What I look for first is how the price moves after the honeymoon.",
      ],
      closed: ["Open to talk about it.", "If it's in writing.", "That depends what comes back."],
    },
    {
      topic: "support",
      open: [
        "When it stops, six receptions stop. I've never put a figure on it, and I'd rather not.",
        "I get the bills for support. Nuala gets the silence while she's waiting for it.",
        "We ring a number in Leeds and somebody reads from a card.",
      ],
      closed: ["So-so.", "Nuala rings them, not me.", "In office hours."],
    },
    {
      topic: "self",
      open: [
        "Twenty years of bricks and sand before this. Bricks don't miss appointments.",
        "Bideford opened in September and the roof was within budget. I had that framed, nearly.",
        "March is year end, so I'm married to a spreadsheet till Easter.",
      ],
      closed: ["Can't grumble.", "Busy, with it being year end.", "Fair to middling, thanks."],
    },
  ],
  voice,
  ownsTopics: ["attendance", "billing", "price", "budget", "alternatives", "terms", "decision"],
  influence: [
    { objectionId: "O1", on: "nuala-byrne", meter: "patience", by: 6 },
    { objectionId: "O2", on: "nuala-byrne", meter: "interest", by: 4 },
  ],
  defers: [
    {
      topics: ["schedule", "records", "changeover", "support"],
      to: "nuala-byrne",
      lines: [
        "You'd better ask Nuala, she's the one who has to live with it.",
        "I could guess, and she'd correct me. Nuala?",
        "That's not a question for the man with the calculator. Nuala, will you?",
      ],
    },
  ],
  convinced: [
    {
      by: "nuala-byrne",
      objectionId: "O4",
      lines: [
        "Well, if Nuala can see her way to starting, that's the half I couldn't have settled.",
        "I've not heard Nuala come round to a new system before. That counts with me.",
      ],
    },
    {
      by: "nuala-byrne",
      objectionId: "O5",
      lines: [
        "If it takes no more of the nurses' time, I can stop adding their hours to your bill.",
        "Nuala's content on the typing, then. I'd had overtime down for that.",
      ],
    },
  ],
  contradicts: [
    {
      id: "graham-unproved",
      to: "nuala-byrne",
      when: {
        op: "move",
        types: ["make_claim"],
        topics: ["attendance", "billing", "price", "terms"],
        qualities: ["not_in_knowledge"],
      },
      lines: [
        "Steady, Nuala. Nobody has shown me where that figure comes from.",
        "I'd keep that in brackets for now, Nuala, till there's paper to it.",
      ],
      effect: { meter: "trust", by: -2 },
    },
    {
      id: "graham-wish-list",
      to: "nuala-byrne",
      when: {
        op: "all",
        of: [
          { op: "move", types: ["present_value"], topics: ["schedule", "records", "support"] },
          { op: "not", of: { op: "objection", objectionId: "O1", is: "resolved" } },
        ],
      },
      lines: [
        "You'd have it tomorrow, Nuala, I can see that. I've still to find the money.",
        "All very nice, Nuala, and every nice thing so far has come with an invoice.",
      ],
    },
  ],
};
