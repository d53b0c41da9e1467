import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "equipment-en-rubric",
  version: 1,
  locale: "en",
  title: "Selling to an engineer who says little",
  cap: 40,
  bar: 72,
  checks: [
    check("en", "agenda", {
      weight: 1,
      met: "“I'd like ten minutes: how the plant runs, then what fits. All right?”",
      notMet: "“I'd love to tell you about the HX 75.”",
      tryThis: "… minutes: first …, then …. All right?",
    }),
    check("en", "brief", {
      weight: 1,
      met: "“You added a second line in 2025. What did that do to your air?”",
      notMet: "“What do you make there?”",
      tryThis: "I saw that you …. What did that change for …?",
    }),
    check("en", "open3", {
      weight: 2,
      met: "Three open questions, one at a time, before any figure of yours.",
      notMet: "“Is it hot? Is it noisy? OK, so the HX 75 …”",
      tryThis: "How does … run on a normal day?",
    }),
    check("en", "follow_up", {
      weight: 2,
      met: "“You said one of the two behaves. What about the other?”",
      notMet: "“OK. And your budget?”",
      tryThis: "You said …. What's behind that?",
    }),
    check("en", "needs", {
      weight: 3,
      met: "Three of four needs are known before the machine is presented.",
      notMet: "He has to ask for the price himself.",
      tryThis: "Before I size anything: what happens when …?",
    }),
    check("en", "linked", {
      weight: 2,
      met: "The first benefit answers something he measured.",
      notMet: "“It also has a touch screen.”",
      tryThis: "Against your …, the HX 75 does ….",
    }),
    check("en", "evidence", {
      weight: 2,
      met: "“Response within eight hours, kept in 93% of 214 calls.”",
      notMet: "“Our service is second to none.”",
      tryThis: "In … we measured …; you can check that with ….",
    }),
    check("en", "ack_first", {
      weight: 1,
      met: "“You've heard that from somebody before.” Then the question.",
      notMet: "“No, ours really is different.”",
      tryThis: "So somebody told you … and it didn't hold. What happened?",
    }),
    check("en", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "He tells you what went wrong last time before you answer his doubt.",
      notMet: "The doubt is answered with another claim.",
      tryThis: "What happened the last time …?",
    }),
    check("en", "deciders", {
      weight: 2,
      met: "Once he has said who approves, the next step includes them.",
      notMet: "The step is agreed with him alone.",
      tryThis: "Shall we take … to … on …?",
    }),
    check("en", "dated", {
      weight: 2,
      met: "“I bring the loggers on Tuesday 23 March at seven; report by the 31st.”",
      notMet: "“We'll send somebody round.”",
      tryThis: "I come on … at … with …; you get … by ….",
    }),
    check("en", "one_ask", {
      weight: 1,
      met: "One question, then silence.",
      notMet: "“How much air, at what pressure, how hot, and who signs?”",
      tryThis: "How …? (and stop there)",
    }),
    check("en", "disclosure", {
      weight: 2,
      met: "“24 months warranty, 14 weeks, and the room has to stay within the approved temperature.”",
      notMet: "The price is named and nothing else.",
      tryThis: "With that price go …, … and ….",
    }),
    check("en", "banned", {
      weight: 2,
      blocker: true,
      met: "No machine that never fails, no invented certificate.",
      notMet: "“It never breaks down.”",
      tryThis: "What we measured is …; what I can't promise is ….",
    }),
  ],
};
