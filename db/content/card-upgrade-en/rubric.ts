import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "card-upgrade-en-rubric",
  version: 1,
  locale: "en",
  title: "An upgrade that has to add up",
  cap: 40,
  bar: 70,
  checks: [
    check("en", "reason", {
      weight: 1,
      met: "“I'm writing about the letter of 22 February and about your $11.40.”",
      notMet: "The card is first named in the fourth message.",
      tryThis: "I'm getting in touch because …. Is now still good for … minutes?",
    }),
    check("en", "no_pitch", {
      weight: 1,
      met: "A question first, the card later.",
      notMet: "“Hi Denise, our new card pays 4% on groceries.”",
      tryThis: "Before I say anything about the card: how do you …?",
    }),
    check("en", "open3", {
      weight: 2,
      met: "“How does an ordinary month look?” and two more like it before any benefit.",
      notMet: "Two yes-or-no questions, then the 4%.",
      tryThis: "What does … look like at your house?",
    }),
    check("en", "needs", {
      weight: 3,
      met: "Three of her four needs are told before the card is presented.",
      notMet: "She asks for the price because nothing was asked of her.",
      tryThis: "I'd like to see if this fits at all. Tell me about ….",
    }),
    check("en", "linked", {
      weight: 2,
      met: "The first benefit answers something she told you about her own month.",
      notMet: "“It also has phone insurance.”",
      tryThis: "You said …. With this card that would be ….",
    }),
    check("en", "quantified", {
      weight: 2,
      met: "“At the full $6,000 that's $180 more, and $85 after the fee.”",
      notMet: "“It practically pays for itself.”",
      tryThis: "On your …, that's … a year, less …, which leaves ….",
    }),
    check("en", "ack_first", {
      weight: 2,
      met: "“Paying for a card when yours is free does sound backwards.” Then the sum.",
      notMet: "“It's only eight dollars a month.”",
      tryThis: "A … for something that's … now. What makes …?",
    }),
    check("en", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "She says what she has against fees before you answer the fee.",
      notMet: "The fee is explained away at once.",
      tryThis: "What's your experience with …?",
    }),
    check("en", "trade", {
      weight: 1,
      met: "“If you move your phone bill over, I can take half off the first year.”",
      notMet: "“I can waive half the fee for you.”",
      tryThis: "If you move …, I can take … off the first year.",
    }),
    check("en", "dated", {
      weight: 2,
      met: "“I'll e-mail the sum tonight, and we talk on Monday 15 March at noon.”",
      notMet: "“Think it over and let us know.”",
      tryThis: "I'll send … by …, and we talk on … at …. Does that work?",
    }),
    check("en", "no_force", {
      weight: 1,
      met: "“Take the weekend. The offer doesn't change.”",
      notMet: "“I can only hold this until five.”",
      tryThis: "There's no rush; what would you need to see before …?",
    }),
    check("en", "disclosure", {
      weight: 2,
      met: "“The APR is 24.99% variable and the late fee is up to $40.”",
      notMet: "The fee is named, the rate and the late charge are not.",
      tryThis: "With the fee go two more figures: … and ….",
    }),
    check("en", "privacy", {
      weight: 1,
      met: "No card number, code or Social Security number was asked for.",
      notMet: "“What's the number on the front?”",
      tryThis: "I don't need … here; all I need to know is ….",
    }),
    check("en", "banned", {
      weight: 2,
      blocker: true,
      met: "No promise of approval, nothing called free, no push to spend.",
      notMet: "“You're guaranteed approval, and the more you spend the more you make.”",
      tryThis: "What I can tell you for certain is ….",
    }),
  ],
};
