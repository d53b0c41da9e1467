import type { Voice } from "@/lib/contracts/content";
import { voice as before } from "../saas-renewal-en/voice";

/** Priya Nair as three weeks ago; what has changed is what she asks, and how she begins and ends. */
export const voice: Voice = {
  ...before,
  greet: [
    "Morning. Fifteen minutes, as arranged.",
    "Hello. I have my notes open.",
    "Good morning. Let's use the time.",
    "Hello again to Rotaline.",
    "Afternoon. I'm here, so is the file.",
  ],
  askBack: [
    { topic: "price", text: "What's the year, all in, on one line?" },
    { topic: "price", text: "Is that with or without what was promised?" },
    { topic: "invoice", text: "Who on your side switches these things off?" },
    { topic: "terms", text: "What happens to the figure in year two?" },
    { topic: "terms", text: "And which page does that stand on?" },
    { topic: "payroll", text: "How do your hours reach a payroll system, exactly?" },
    { topic: "migration", text: "Who does the work of moving us, your people or mine?" },
    { topic: "count", text: "What's the lowest winter figure you'd accept?" },
    { topic: "usage", text: "Can the number go down as well as up?" },
    { topic: "support", text: "Who do I ring when you're on holiday?" },
    { topic: "since", text: "What have you done since the first talk?" },
    { text: "Will it be you the next time, too?" },
  ],
  smallTalk: [
    "Whitby had a full house on Saturday. Somebody likes wind.",
    "The airline closed its books in four days. I miss that.",
    "Late February. Everybody wants a signature before the month ends.",
    "I've been to two of our hotels since. The coffee's better than here.",
    "It's stopped raining sideways, I'll say that for it.",
  ],
  time: [
    "I've the auditors at the half hour.",
    "We're close to the end of my fifteen minutes.",
    "Keep it short, there's a queue outside this door.",
    "A few minutes left, at a guess.",
    "I do have to go soon, so the main thing, please.",
  ],
  ending: {
    won: [
      "Then send it today, and I'll sign it before the count is due. No surprises in it.",
      "Agreed. Put every figure on one page and don't let a machine send it.",
      "We'll do it so. I'm closing my notes on this one.",
    ],
    follow_up: [
      "That date's in the diary, beneath the last one. Keep it.",
      "All right, we speak that day, with the page in front of me.",
      "Agreed for then. I'll hold you to it, as you've gathered.",
    ],
    lost: [
      "I'm ending it here. You'll have my notice in writing before the month is out.",
      "That was the second talk, and there won't be a third.",
      "Enough. You've told me all that matters.",
    ],
    stuck: [
      "We said all this three weeks ago. I'll get on with my day.",
      "Nothing's moved since you came in. Let's leave it there.",
      "This goes nowhere. Write to me when something has changed.",
    ],
    expired: [
      "That's the fifteen minutes, and then some. We'll have to leave it.",
      "The auditors are at the door. We didn't finish, again.",
      "I have to stop here, unfinished or not.",
    ],
  },
};
