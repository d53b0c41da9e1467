import type { Phrases } from "./phrases";

export const englishPhrases: Phrases = {
  open: {
    renewal: [
      "How did the news about the renewal land with you?",
      "What happened at your end after the e-mail about the renewal?",
      "What would have let you stand behind the increase?",
    ],
    usage: [
      "How many of the licences are really in use over the year?",
      "How does usage change between winter and summer?",
      "What do you see when you look at who is using it?",
    ],
    payroll: [
      "How do the hours get into payroll today?",
      "Walk me through month end: what happens between timesheets and wages?",
      "What goes wrong between the rota and the payslips?",
    ],
    migration: [
      "How did the last changeover go for the hotels?",
      "What worries your hotel managers about a migration?",
      "What happened at the launch the first time?",
    ],
    alternatives: [
      "What other suppliers have you looked at?",
      "How do the alternatives compare, from what you have seen?",
      "What did you find when you looked elsewhere?",
    ],
    decision: [
      "How is a decision like this made at your end?",
      "Who else is involved in the decision, and how does a yes get made?",
      "What does the approval process look like?",
    ],
    outcomes: [
      "What has it brought you so far?",
      "How is it working for you since you started?",
      "What results do you see?",
    ],
    support: ["How have you found our support?", "What happens when something breaks and you need support?"],
    terms: ["What matters to you about the terms?", "How long a contract would suit you, and why?"],
    price: ["What would the price have to do for you?", "How do you look at the price?"],
    fees: [
      "How do you feel about paying a yearly fee, and why?",
      "What happened with card fees before?",
      "What would a yearly fee have to bring you?",
    ],
    rates: ["How do interest and late charges play out for you?", "What do you watch on the interest rate?"],
    spending: [
      "What does a month of groceries look like at your house?",
      "How does your household spending split up over a month?",
      "What has changed in your spending at home?",
    ],
    travel: [
      "How do foreign transaction fees hit you when you travel?",
      "What happened on the trip with the fees?",
      "How often do you pay abroad, and what for?",
    ],
    rewards: ["How do you use the cash back you earn today?", "What have you got back in rewards so far?"],
    balance: [
      "How do you usually handle the balance at the end of the month?",
      "What is on the card that you are still paying off?",
      "How long will paying it off take, as you see it?",
    ],
    protection: ["What has gone wrong with a card before, fraud or insurance?", "What protection matters to you?"],
    plus: ["What would you want the plus plan to do for you?", "How does the upgrade look to you?"],
    downtime: [
      "What happens on the line when the compressor trips?",
      "How often do you get stoppages, and what do they cost you?",
      "What was the last breakdown like?",
    ],
    site: [
      "What is it like in the compressor room in summer?",
      "How much space and ventilation does the room give you?",
    ],
    demand: ["How does your air demand run over a shift?", "What do you know about your air use, peaks and average?"],
    energy: ["What does the electricity for it cost you in a year?", "How much of the power goes into running empty?"],
    service: [
      "How has service been with machines before this?",
      "What is your experience with technicians and spare parts?",
      "What happened the last time you needed service?",
    ],
    installation: [
      "When could an installation happen without hurting the season?",
      "What worries you about the change-over?",
    ],
    machine: ["What would the HX 75 have to prove to you?", "Which specs matter most to you?"],
    warranty: ["What should a warranty cover for you?", "Which terms matter to you?"],
    budget: ["How is the budget set for this?", "What does the budget allow this year?"],
  },
  openAny: [
    "Tell me about {topic}: how do things stand?",
    "What should I know about {topic}?",
    "How do you see {topic} today?",
    "What is behind {topic} for you?",
    "Could you walk me through {topic}?",
  ],
  closed: [
    "Are you happy with {topic}?",
    "Is {topic} a problem for you?",
    "Do you have any issues with {topic}?",
    "Is {topic} OK at the moment?",
    "Would {topic} be important to you?",
  ],
  probe: [
    "You said “{quote}”. What is behind that, on {topic}?",
    "“{quote}”: how does that show up in {topic}?",
    "When you say “{quote}”, what does that mean for {topic}?",
    "“{quote}”. What happened there, with {topic}?",
  ],
  greet: ["Hello {buyer}.", "Good morning, {buyer}.", "Hi {buyer}, good to meet you."],
  rapport: ["I read up before we spoke: {fact}", "I saw this beforehand: {fact}"],
  agenda: [
    "I'd like to take 15 minutes: your view first, then what we could do. Does that work for you?",
    "My plan is to hear how things stand with you, then go through options. Is that all right?",
    "The reason I'm writing is our offer. Your questions first, then mine, 20 minutes. Does that suit you?",
  ],
  acknowledge: [
    "You're right, {quote}, and I can see why that bothers you.",
    "I can see why {topic} bothers you.",
    "You're right to push back on {topic}, I would too.",
    "Fair point about {topic}.",
  ],
  echo: ["{quote}, I see.", "So: {quote}.", "That helps: {quote}.", ""],
  summarise: [
    "Let me play that back: {told}. Did I get that right?",
    "So far I've heard this: {told}. Did I miss anything?",
    "To recap what you told me: {told}. Is that the list?",
  ],
  linked: [
    "You told me: {told}. For you that means this part helps: {passage} How would that sit with you?",
    "Because of what you said, {told}, this would help you: {passage} Does that fit?",
    "So that {told} stops hurting: {passage} What do you make of that?",
  ],
  blind: [
    "Our {product} is really exciting: {passage}",
    "You'll love this: {passage}",
    "{product} gives you so much more. {passage}",
    "Another great feature: {passage}",
  ],
  address: [
    "Here is how we deal with {topic}: {passage}",
    "On {topic}, this is what we do: {passage}",
    "About {topic}, you'd have it in writing: {passage}",
  ],
  confirm: ["Does that settle it?", "Does that answer it for you?", "Is that enough, or is something left?"],
  price: ["The price is this: {price}", "In figures: {price}", "The figure on our sheet: {price}"],
  traded: [
    "If you sign for 24 months, I can take {pct}% off.",
    "If we agree on two years, I can offer you {pct}% off in return.",
    "I could give you {pct}% off provided you decide on the longer term.",
  ],
  bare: [
    "I could give you {big}% off if that helps.",
    "What if I knock {big}% off the price?",
    "OK, I'll give you {big}% off.",
  ],
  commit: [
    "Shall we go ahead on those terms?",
    "Are you ready to go ahead with this?",
    "Are you happy to sign on those terms?",
  ],
  step: [
    "I'll send you the figures today, and we talk again on {date} at 10:00. Does that work?",
    "Can we meet again on {date} at 10:00? I'll bring everything on one page.",
    "Next step: I send the order form, and we go through it together on {date} at 10:00.",
  ],
  vague: ["I'll be in touch.", "Let's talk soon.", "I'll send you something."],
  pressure: [
    "This offer ends tonight, you have to decide now.",
    "If you don't sign today the price goes up.",
    "Other customers are waiting, so I need a yes now.",
  ],
  disparage: ["The others are cheap rubbish, honestly.", "Our competitors just lie about their numbers."],
  filler: ["OK.", "Sure, sure.", "Got it.", "I see."],
  boast: ["We are the best on the market.", "It never fails, everybody says so.", "You'll save a fortune, guaranteed."],
  formula: ["I understand, but our costs went up too.", "I hear you, but it's worth it.", "I understand how you feel."],
  join: " ",
  list: "; ",
  date: (iso) =>
    new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
      new Date(`${iso}T12:00:00Z`),
    ),
};
