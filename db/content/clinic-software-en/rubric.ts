import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "clinic-software-en-rubric",
  version: 1,
  locale: "en",
  title: "Selling to a finance director and a lead nurse at once",
  cap: 40,
  bar: 70,
  checks: [
    check("en", "agenda", {
      weight: 1,
      met: "“I'd like twenty minutes: your day first, Nuala, then the money with Graham. Does that suit you both?”",
      notMet: "“Let me show you Medlar.”",
      tryThis: "I'd like … minutes: first … with …, then … with …. Does that suit you both?",
    }),
    check("en", "room", {
      weight: 2,
      met: "“Graham, how do you see it? And Nuala, what would it change for your nurses?”",
      notMet: "Four messages to Graham; the nurse hears about her own clinic as a listener.",
      tryThis: "…, before we go on: how does … look from where you stand?",
    }),
    check("en", "follow_up", {
      weight: 2,
      met: "“You believe the corridor, you said. What does it tell you?”",
      notMet: "“OK. Next question: what's your budget?”",
      tryThis: "You just said …. What's behind that?",
    }),
    check("en", "needs", {
      weight: 3,
      met: "Three of their five needs were told, from both of them, before Medlar was presented.",
      notMet: "Graham had to ask for the price because nobody asked him anything.",
      tryThis: "Before I offer anything: how does … work with you today?",
    }),
    check("en", "decision", {
      weight: 1,
      met: "“How does a yes come about between the two of you?”",
      notMet: "“You sign this, Graham, right?”",
      tryThis: "If this made sense to you both, how would … get decided?",
    }),
    check("en", "linked", {
      weight: 2,
      met: "A benefit is named to the one who said what it would be for.",
      notMet: "“Medlar also has an app and colours.”",
      tryThis: "…, you told me that …. What Medlar does about that is ….",
    }),
    check("en", "quantified", {
      weight: 1,
      met: "“In 31 groups missed appointments fell from 9.8% to 6.1%.”",
      notMet: "“You'll save a great deal.”",
      tryThis: "For your …, that comes to … a year.",
    }),
    check("en", "ack_first", {
      weight: 2,
      met: "“Fifty-five thousand for a diary does sound absurd, I can see why you added it up twice.” Then the answer.",
      notMet: "“Quality has its price.”",
      tryThis: "So … looks like … to you. I can see why. May I ask …?",
    }),
    check("en", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "He says what an earlier purchase did to him before the sum is defended.",
      notMet: "The price is explained straight away.",
      tryThis: "What would you have to be able to show, when …?",
    }),
    check("en", "trade", {
      weight: 1,
      met: "“If you take 36 months, I can halve the set-up fee.”",
      notMet: "“I could take another 5% off.”",
      tryThis: "If you …, I can ….",
    }),
    check("en", "dated", {
      weight: 2,
      met: "“I'll send one page by Monday 15 March, and the three of us talk on Wednesday the 17th at four.”",
      notMet: "“I'll be in touch.”",
      tryThis: "I'll … by …, and the three of us speak on … at …. All right?",
    }),
    check("en", "own_words", {
      weight: 2,
      met: "“No wonder a diary at fifty-five thousand keeps you adding it up.”",
      notMet: "“I completely understand how you both feel.”",
      tryThis: "So what troubles you, …, is less … than ….",
    }),
    check("en", "disclosure", {
      weight: 2,
      met: "“It's billed a year in advance, and the number of practitioners is fixed for the year.”",
      notMet: "Price given; billing and the fixed number never mentioned.",
      tryThis: "With that price go two terms: … and ….",
    }),
    check("en", "banned", {
      weight: 2,
      blocker: true,
      met: "No guarantee, no promise about patients, no rumour about a rival.",
      notMet: "“Sign today or the slot is gone.”",
      tryThis: "What I can put in writing is ….",
    }),
  ],
};
