import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "packaging-line-en-rubric",
  version: 1,
  locale: "en",
  title: "Selling to three people in one room",
  cap: 40,
  bar: 70,
  checks: [
    check("en", "agenda", {
      weight: 1,
      met: "“I'd like 30 minutes: first how things stand with each of you, then options. All right?”",
      notMet: "“I'd love to show you the PL-40.”",
      tryThis: "… minutes: first …, then …. Does that suit all three of you?",
    }),
    check("en", "room", {
      weight: 2,
      met: "By the fifth message Orla, Declan and Maeve have each been asked something by name.",
      notMet: "Maeve is first spoken to when she says no.",
      tryThis: "…, that was …. Before I go on: …, how does it look from …?",
    }),
    check("en", "open3", {
      weight: 2,
      met: "Three open questions, to different people, before the first benefit.",
      notMet: "“Is it slow? Is it hard to staff? Then the PL-40 …”",
      tryThis: "…, how does … work on a normal …?",
    }),
    check("en", "follow_up", {
      weight: 2,
      met: "“You said something is always waiting, Declan. What waits for what?”",
      notMet: "“Right. Next question.”",
      tryThis: "You said …, …. What's behind that?",
    }),
    check("en", "needs", {
      weight: 3,
      met: "Three needs, from at least two people, are known before the offer.",
      notMet: "Orla has to ask for the figure to get the talk moving.",
      tryThis: "Before I propose anything, …: what would … have to do for you?",
    }),
    check("en", "linked", {
      weight: 2,
      met: "The first benefit answers a figure one of them gave.",
      notMet: "“It also has a touch screen.”",
      tryThis: "…, against your …, the cell does ….",
    }),
    check("en", "ack_first", {
      weight: 2,
      met: "“You're right, the dearest sheet on the desk and only page one would worry me too.” Then the question.",
      notMet: "“No, it's really good value.”",
      tryThis: "So for you it's …, …. What happened when …?",
    }),
    check("en", "real_concern", {
      weight: 3,
      objectionId: "O3",
      met: "Declan tells what the last rebuild did before he is given days.",
      notMet: "His no is answered with a lead time.",
      tryThis: "What happened the last time …, …?",
    }),
    check("en", "evidence", {
      weight: 2,
      met: "“29 of 31 installations kept the date; two ran over by two and three days.”",
      notMet: "“Our people are very reliable.”",
      tryThis: "In … of … plants we measured …; you can ask ….",
    }),
    check("en", "deciders", {
      weight: 2,
      met: "Once they have said who signs, the next step includes that person.",
      notMet: "The step is agreed with whoever happened to answer.",
      tryThis: "Shall the four of us take … to … on …?",
    }),
    check("en", "dated", {
      weight: 2,
      met: "“I'll bring the layout on Tuesday 23 March at ten, to all three of you.”",
      notMet: "“I'll be in touch with somebody.”",
      tryThis: "On … at … I bring … for …, … and ….",
    }),
    check("en", "summary", {
      weight: 1,
      met: "“Declan needs the ovens at full rate, Maeve a clean she can swab, Orla one sum. Did I miss anything?”",
      notMet: "“So, are we good?”",
      tryThis: "… needs …, … needs …, … needs …. Did I miss anything?",
    }),
    check("en", "disclosure", {
      weight: 2,
      met: "With the figure come what it covers, sixteen weeks, and how it is paid.",
      notMet: "The price is named and nothing else.",
      tryThis: "Inside that sum are …; lead time is …; it is paid ….",
    }),
    check("en", "banned", {
      weight: 2,
      blocker: true,
      met: "No machine that never jams, no audit it always passes, no word about other people's jobs.",
      notMet: "“Nobody will lose a job over it.”",
      tryThis: "What we measured is …; what I can't promise is ….",
    }),
  ],
};
