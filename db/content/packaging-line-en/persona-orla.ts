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
import { voice } from "./voice-orla";

export const orla: Persona = {
  id: "orla-keane",
  version: 1,
  locale: "en",
  name: "Orla Keane",
  calledBy: ["Orla", "Ms Keane", "Ms. Keane"],
  role: "Purchasing manager",
  company: "Ballyroe Crackers",
  industry: "Savoury biscuits",
  archetype: "comparison_shopper",
  style: "plain",
  decisionStyle: "Lays every offer in the same columns and asks about the empty cells.",
  temperament: "Dry and unhurried. Lets the other two talk and writes down what it costs.",
  motivation: "A sum that is still the same sum at the end of the job.",
  typicalWords: ["columns", "page two", "delivered and running", "I'll write that down"],
  meters: { trust: 38, interest: 38, patience: 78 },
  volatility: 10,
  publicFacts: [
    { id: "P1", topic: "company", text: "Ballyroe Crackers bakes crackers and oatcakes in Dundalk with 140 people." },
    { id: "P2", topic: "alternatives", text: "Three suppliers were asked to quote for packing and palletising." },
    { id: "P3", topic: "company", text: "A new oven went in last summer and added a rye cracker to the range." },
    { id: "P4", topic: "installation", text: "The plant shuts for two weeks from Monday 2 August." },
    { id: "P5", text: "Orla has been with Ballyroe for twelve years." },
  ],
  sealedFacts: [
    {
      id: "F1",
      topic: "alternatives",
      need: false,
      text: "Vexmoor quoted €189,000, but guarding, tie-in and an acceptance test are not in it, and its spares come from Bremen in four days.",
      spoken: [
        "Vexmoor, €189,000 on the front page. No guarding, no tie-in, no acceptance test, and spares four days away in Bremen.",
        "I have €189,000 here from Vexmoor. Then you read on: no guarding, no acceptance test, and parts come out of Bremen in four days.",
        "The low one is Vexmoor at €189,000. What isn't in it is guarding and a test, and a gripper pad takes four days from Bremen.",
      ],
      recalled: ["Vexmoor still says €189,000 on page one.", "Four days from Bremen. That's where theirs hurts."],
      unlock: all(asked("alternatives"), trust(58), not(did("disparage"))),
      breadcrumbs: [
        "One of the other sheets is shorter than yours. In every sense.",
        "Cheap to buy and cheap to own are two columns with me.",
      ],
    },
    {
      id: "F2",
      topic: "decision",
      need: false,
      text: "Finance director Brid Lacey signs up to €250,000 on her own. Anything above goes to the owner, Conor Magill, and his board, which next meets on 20 May.",
      spoken: [
        "Up to €250,000 Brid Lacey signs it, our finance director. Over that it's Conor Magill and the board, and they next sit on 20 May.",
        "There's a line at €250,000. Under it, Brid Lacey in finance. Over it, Conor Magill takes it to the board on 20 May, and not a day sooner.",
        "If the total starts with less than €250,000 Brid Lacey can sign. Otherwise you wait for Conor Magill's board on 20 May.",
      ],
      recalled: ["€250,000, that's the line.", "Brid Lacey under it, the board of 20 May over it."],
      unlock: all(asked("decision"), trust(50), not(stageIn("opening"))),
      breadcrumbs: [
        "It depends which side of a number we land on.",
        "Some orders leave this building faster than others.",
      ],
    },
    {
      id: "F3",
      topic: "extras",
      need: false,
      text: "Three years ago Orla bought a labeller on the lowest price. Nine extra invoices followed, €46,000 in all, and she had to explain each of them to finance.",
      spoken: [
        "I bought a labeller on price once. Nine extra invoices after it, €46,000, and I sat in finance and explained every one.",
        "A labeller, three years back, the lowest of five. Then nine extra invoices came, €46,000 altogether, each with my name on it.",
        "€46,000 in nine extra invoices, on a labeller I'd picked because it was cheapest. I had to account for them one by one.",
      ],
      recalled: ["The labeller's extra invoices are why I ask.", "€46,000 of page two, once. Not again."],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O1" }),
          did("empathise", { topics: ["extras", "price"] }),
          did("probe", { topics: ["extras"], atLeast: 2 }),
        ),
        asked("extras", "price"),
        trust(50),
      ),
      breadcrumbs: ["I've been the bargain hunter. Once.", "I learned to read from the back page."],
    },
    {
      id: "F4",
      topic: "budget",
      need: true,
      text: "€246,000 stands in this year's capital plan for the line, everything included. What is not ordered by 30 April goes to the flour silo.",
      spoken: [
        "There's €246,000 in the plan, and everything has to fit inside it. Not ordered by 30 April, it goes to the flour silo.",
        "€246,000, all in. And if I've no order placed by 30 April the silo gets it.",
        "The plan has €246,000 for this until 30 April. After that the money turns into a flour silo.",
      ],
      recalled: ["€246,000 all in, before the silo gets it.", "30 April, mind."],
      unlock: all(asked("budget"), trust(50)),
      breadcrumbs: ["The money has a date on it, like the crackers.", "Somebody else in here would love to spend it."],
    },
  ],
  objections: [
    {
      id: "O1",
      topic: "extras",
      surface: [
        "Yours is the dearest sheet on my desk, and it's only page one.",
        "I still don't know what page two will cost me.",
        "Then I'll buy the sheet I can add up.",
      ],
      concern:
        "A low first price once grew by one invoice after another and she had to answer for it; she fears what comes after the signature.",
      factId: "F3",
      raiseWhen: any(did("quote_price"), mentioned("price"), fromTurn(6)),
      answerTopics: ["price", "terms", "extras", "installation"],
    },
    {
      id: "O2",
      topic: "alternatives",
      surface: [
        "I can have a cell like that for a good deal less.",
        "The lower quote hasn't gone away.",
        "Then the order goes to the lower one.",
      ],
      concern:
        "She compares a full offer with one that leaves half of it out, and wants to be shown the difference, not told.",
      factId: "F1",
      raiseWhen: any(
        all(did("quote_price", { qualities: ["early"] }), needsBelow(3), not(told("F1"))),
        did("offer_discount", { qualities: ["bare"] }),
      ),
      answerTopics: ["alternatives", "service", "price", "terms"],
      resolveWhen: not(did("disparage")),
    },
  ],
  concessions: [
    {
      id: "C1",
      text: "A fixed sum with your name under it, and I stop asking about page two.",
      needs: isResolved("O1"),
    },
    { id: "C2", text: "The other two can have their sheets back.", needs: all(isResolved("O2"), trust(60)) },
    { id: "C3", text: "I'll walk it across to the person who signs, this week.", needs: all(told("F2"), interest(58)) },
  ],
  walkAway: [
    { id: "W1", text: "Orla was pressed a second time.", when: did("pressure", { atLeast: 2 }) },
    { id: "W2", text: "A second supplier was run down in front of them.", when: did("disparage", { atLeast: 2 }) },
    {
      id: "W3",
      text: "A second statement proved untrue.",
      when: did("make_claim", { qualities: ["contradicted"], atLeast: 2 }),
    },
    {
      id: "W4",
      text: "Somebody was insulted and then asked for an order.",
      when: all(did("unprofessional"), move("ask_commitment")),
    },
  ],
  topicAnswers: [
    {
      topic: "price",
      open: [
        "I look at it delivered, guarded and running. Nothing else counts as a price.",
        "A price is a promise with a number in it. I want to know how long it holds.",
        "I'd put it on one sheet, line by line, with nothing called miscellaneous.",
      ],
      closed: ["It's high on the sheet.", "Not the only column.", "It matters, yes.", "I've seen it."],
    },
    {
      topic: "alternatives",
      open: [
        "Three were asked and three answered. They don't all answer the same question.",
        "I give everybody the same brief and compare what comes back.",
        "Each of them is good at something, and each says it's everything.",
      ],
      closed: ["There are others, yes.", "I compare, always.", "I wouldn't say which.", "Close enough, on paper."],
    },
    {
      topic: "decision",
      open: [
        "The three of us agree, or nothing leaves this office. After that it's a signature.",
        "Declan says whether it runs, Maeve whether it's safe, I say whether it's affordable.",
        "It needs a recommendation with three names on it, and then somebody with a pen.",
      ],
      closed: ["Not me alone.", "The three of us first.", "There's a procedure.", "In the end, a signature."],
    },
    {
      topic: "budget",
      open: [
        "It's in the capital plan. The plan is not a wish list.",
        "Everything that has to be paid for comes out of the one pot.",
        "I've an amount, and I'd like to have some of it left.",
      ],
      closed: ["There is one.", "It's planned, yes.", "Tight enough.", "Not open-ended."],
    },
    {
      topic: "extras",
      open: [
        "We've bought plenty of machines. Some of them we'd buy again.",
        "You remember a supplier by the last bill, not the first.",
        "Good projects are short to tell. The others take longer.",
      ],
      closed: ["Mixed.", "Some better than others.", "We learned.", "Not always as quoted."],
    },
    {
      topic: "terms",
      open: [
        "I'd want to hold something back until it has run here, not at yours.",
        "I read the contract from the last page forward.",
        "Standard terms are fine, as long as they're ours.",
      ],
      closed: ["Negotiable.", "On acceptance, not before.", "I'd have to read them.", "Ours, normally."],
    },
    {
      topic: "speed",
      open: [
        "On my sheet the line does what the maker promised.",
        "The output figures I get once a month look all right to me.",
        "I pay for hours, so I'd notice if it crawled.",
      ],
      closed: ["Fast enough, I'm told.", "As far as I can see.", "According to the report, yes."],
    },
    {
      topic: "people",
      open: [
        "I see the agency bill. The faces are Declan's.",
        "Wages aren't my column until they come through an agency.",
        "We're always advertising, that much I know.",
      ],
      closed: ["We're short, yes.", "It comes and goes.", "More agency than I like."],
    },
    {
      topic: "installation",
      open: [
        "The August weeks are the obvious slot. Everybody wants them.",
        "I'd want the date in the contract, and something attached to missing it.",
        "It goes in once. I'd sooner pay for a good plan than a quick one.",
      ],
      closed: ["In the shutdown, ideally.", "Declan has the calendar.", "Wherever it fits."],
    },
    {
      topic: "cleaning",
      open: [
        "I buy the chemicals and the hours. How it's done is beyond me.",
        "It costs what it costs, and lately it costs more.",
        "I know the bill for gloves. That's as near as I get.",
      ],
      closed: ["Regularly.", "It has to be, in food.", "I only see the invoice for it."],
    },
    {
      topic: "coding",
      open: [
        "There's a printer and a person looking at it. I bought the printer.",
        "If a label's wrong I hear about it by post.",
        "Cameras were on the optional page. I read that page twice.",
      ],
      closed: ["We've a printer for that.", "Mostly fine.", "It's checked, yes."],
    },
    {
      topic: "audit",
      open: [
        "When the auditors are in, I'm not allowed near the hall.",
        "Every retailer has one and every one wants a folder.",
        "What it asks of a supplier goes in my contract as an annex.",
      ],
      closed: ["Every year.", "We pass.", "There's a folder for it."],
    },
    {
      topic: "service",
      open: [
        "A spare part is cheap until you need it on a Sunday.",
        "I'd put the response time in the contract and see who flinches.",
        "We've a fitter on days. Nights are the expensive part.",
      ],
      closed: ["On paper, always.", "It's in every quote.", "Depends how far away."],
    },
    {
      topic: "robot",
      open: [
        "It's an arm in a cage, to me. I read what's around it.",
        "The three data sheets look like cousins.",
        "I know its weight because the floor had to be checked.",
      ],
      closed: ["It looks the part.", "I've the sheet here.", "They're all much alike."],
    },
    {
      topic: "company",
      open: [
        "Busy, since the new oven. The far end of the hall didn't get the memo.",
        "Rye is doing better than anybody planned, me included.",
        "Family firm still, with retailers' manners by now.",
      ],
      closed: ["We're growing.", "Going well.", "Busy, thanks."],
    },
  ],
  ownsTopics: ["price", "alternatives", "decision", "budget", "extras", "terms", "company"],
  influence: [{ objectionId: "O1", on: "declan-roche", meter: "interest", by: 3 }],
  defers: [
    {
      topics: ["speed", "people"],
      to: "declan-roche",
      lines: [
        "I've a monthly figure for that and Declan has the real one.",
        "Declan stands beside it. I'd let him answer.",
        "That's a hall question. Declan, are you there?",
      ],
    },
    {
      topics: ["cleaning", "coding", "audit"],
      to: "maeve-tierney",
      lines: [
        "I'd only get it wrong. Maeve?",
        "That lives in Maeve's cabinet, not mine.",
        "Maeve signs for that, so Maeve should say it.",
      ],
    },
  ],
  contradicts: [
    {
      id: "orla-extra",
      to: "maeve-tierney",
      when: all(move("ask_open", { topics: ["coding"] }), not(told("M2"))),
      lines: [
        "It's on the optional page, Maeve. Optional means I pay for it twice.",
        "We managed without a camera up to now, Maeve.",
      ],
    },
    {
      id: "orla-date",
      to: "declan-roche",
      when: all(move("ask_open", { topics: ["installation"] }), not(told("R3"))),
      lines: [
        "August isn't carved in stone, Declan, if somebody's cheaper in autumn.",
        "You said never last year too, Declan.",
      ],
    },
  ],
  convinced: [
    {
      by: "declan-roche",
      objectionId: "O3",
      lines: [
        "If Declan gives up his shutdown for it, that counts for something here.",
        "I've never seen Declan agree to a date that fast. I'll take note of that.",
      ],
    },
    {
      by: "maeve-tierney",
      objectionId: "O5",
      lines: [
        "When Maeve says she can clean it, I stop pricing the risk.",
        "Maeve doesn't say yes for the pleasure of it. Good.",
      ],
    },
  ],
  voice,
};
