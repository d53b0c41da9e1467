import type { Recalls } from "@/lib/contracts/content";

/** Priya keeps notes: she quotes a figure or a date back, drily, and leaves it standing. */
export const recalls: Recalls = {
  sameAs: "priya-nair",
  colleague: [
    "It was a colleague of yours who sat there three weeks ago. I'd hoped not to start again.",
    "Your colleague had the first talk. I assume you were told what was said.",
    "So they've sent somebody else. Your colleague and I had got halfway.",
  ],
  ended: {
    won: [
      "Last time you had my yes. You'll have noticed that nothing's signed.",
      "I said yes three weeks ago, and there's still no paper with my name on it.",
      "We'd agreed, you and I. It's been a long three weeks for that agreement.",
    ],
    follow_up: [
      "Last time we settled on {date}. I did write it down.",
      "You gave me a date when we parted, {date} it was. Let's see what you've brought.",
      "We parted on a next step. I take it this is that.",
      "You were going to come back with something. So, what came of it?",
    ],
    lost: [
      "I ended our last talk, you'll remember. The contract runs out, so you get a second go.",
      "We didn't part well. I'll listen for ten minutes.",
      "I said no last time and meant it. Start with what's different.",
    ],
    broken_off: [
      "Last time you were gone before we'd finished. My notes stop halfway.",
      "We never got to the end of it, you and I. I don't like open ends.",
      "Our last talk broke off in the middle. Pick it up where it fell.",
    ],
  },
  price: [
    "Your figure last time was {was}. I'd like to know whether it stands.",
    "I wrote down {was} three weeks ago. Nobody has confirmed it since.",
  ],
  priceKept: [
    "{was}. That's what you told me last time. Good.",
    "That's the figure I have from last time. I do notice such things.",
  ],
  priceChanged: [
    "Last time it was {was}. Now it's {now}. Take me from one to the other.",
    "I have {was} in my notes from last time. You've just said {now}.",
    "{was} three weeks ago, {now} today. Which one do I believe?",
  ],
  discount: [
    "You had {percent} for me last time. I haven't forgotten what you wanted for it.",
    "There was talk of {percent} off when we last spoke. In the sum or not?",
  ],
  overdue: [
    "You'd said {date}, by the way. It went by without a word.",
    "{date} came and went. I'd kept the hour free.",
  ],
  claimHeld: [
    "What you told me last time about {topic} held up. I checked.",
    "I looked up what you'd said about {topic}. It stands there just so.",
  ],
  claimFailed: [
    "Something you said last time about {topic}, I couldn't find it in your papers.",
    "I went looking for your sentence about {topic}. It isn't in the sheet.",
  ],
  open: [
    "There's a thing I said last time, “{words}” I never got an answer that held.",
    "I'll say it as I said it three weeks ago. “{words}” It still stands.",
  ],
  faded: [
    "You'd named me a figure back then. I no longer have it in my head.",
    "It's been too long for me to remember your numbers. Bring them again.",
  ],
};
