import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "saas-renewal-en-rubric",
  version: 1,
  locale: "en",
  title: "Renewing with a sceptical finance lead",
  cap: 40,
  bar: 70,
  checks: [
    check("en", "agenda", {
      weight: 1,
      met: "“I'd like twenty minutes: your view of the letter first, then options. Does that suit you?”",
      notMet: "“Let me walk you through Plus.”",
      tryThis: "I'd like … minutes: first …, then …. Does that suit you?",
    }),
    check("en", "brief", {
      weight: 1,
      met: "“You've planned your shifts with us since spring 2024, and Whitby came on in October.”",
      notMet: "“So what does your company do?”",
      tryThis: "Before we start: I saw that you …. How has that …?",
    }),
    check("en", "follow_up", {
      weight: 2,
      met: "“You said the hotels all have opinions. What are they worried about?”",
      notMet: "“OK. Next question: what's your budget?”",
      tryThis: "You just mentioned …. What's behind that?",
    }),
    check("en", "needs", {
      weight: 3,
      met: "Three of her four needs were on the table before Plus was presented.",
      notMet: "She had to ask for the number because nobody asked her anything.",
      tryThis: "Before I offer anything: how does … work on your side today?",
    }),
    check("en", "decision", {
      weight: 1,
      met: "“How does a decision like this get made at Calloway?”",
      notMet: "“You decide this, right?”",
      tryThis: "If this made sense to you, how would … get decided?",
    }),
    check("en", "linked", {
      weight: 2,
      met: "A benefit is named only after she has said what it would be for.",
      notMet: "“Plus also has open shifts and a dashboard.”",
      tryThis: "You told me that …. What Plus does about that is ….",
    }),
    check("en", "quantified", {
      weight: 1,
      met: "“38 customers have moved, with a median of eight working days.”",
      notMet: "“You'll save a great deal of time.”",
      tryThis: "For your …, that comes to … a year.",
    }),
    check("en", "ack_first", {
      weight: 2,
      met: "“Nineteen percent in an automatic e-mail, with nobody calling you. I'd be annoyed too.” Then the answer.",
      notMet: "“Well, all our costs went up.”",
      tryThis: "So … arrived without …. I can see why that …. May I ask …?",
    }),
    check("en", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "She says what the e-mail set off before the cap is offered.",
      notMet: "The increase is defended straight away.",
      tryThis: "What happened on your side when …?",
    }),
    check("en", "trade", {
      weight: 1,
      met: "“If you take 24 months, I can cap the increase at 4%.”",
      notMet: "“I could take another 5% off.”",
      tryThis: "If you …, I can ….",
    }),
    check("en", "dated", {
      weight: 2,
      met: "“I'll send the one-page total by Friday 5 February; we speak on Tuesday the 9th at ten.”",
      notMet: "“I'll be in touch.”",
      tryThis: "I'll … by …, and we speak on … at …. All right?",
    }),
    check("en", "own_words", {
      weight: 2,
      met: "“No wonder nineteen percent from a machine reads like an increase to you.”",
      notMet: "“I completely understand how you feel.”",
      tryThis: "So what troubles you is less … than ….",
    }),
    check("en", "disclosure", {
      weight: 2,
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
