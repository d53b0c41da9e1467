import type { Persona } from "@/lib/contracts/content";

/** What Priya answers on each topic as long as she keeps the rest to herself. */
export const topicAnswers: Persona["topicAnswers"] = [
  {
    topic: "since",
    open: [
      "Three weeks went by. Here, that's a month end and two hotel visits.",
      "Less than I was promised, more than I asked for.",
      "The contract's still the old one and the date is still 31 March.",
      "I've had paper from you. Not the paper I expected.",
    ],
    closed: ["Some of it, yes.", "I haven't seen any.", "It's where it was.", "A little."],
  },
  {
    topic: "invoice",
    open: [
      "Bills go to payables, payables goes by the calendar. It's a machine with people in it.",
      "We pay what's approved. The rest gets a stamp and a question.",
      "Invoices should follow signatures. That's the order I was taught.",
    ],
    closed: ["We pay on time.", "It went to payables.", "Not by me.", "There's been post, yes."],
  },
  {
    topic: "price",
    open: [
      "£70,680 is still what I pay today. Everything's held against that.",
      "I want one total that's the same on every page.",
      "A price is easy. A price that's still true in three weeks is harder.",
    ],
    closed: ["Too high, as it stands.", "I've a figure, yes.", "It isn't only the price.", "With everything in it?"],
  },
  {
    topic: "usage",
    open: [
      "Nine hotels, each with its own high season. You know that part.",
      "Reception and kitchens live in it, the rest come and go.",
      "It's used. By how many depends on the month you pick.",
    ],
    closed: ["Not all of them.", "In August, certainly.", "More or less.", "For most of the year."],
  },
  {
    topic: "count",
    open: [
      "You want a number before 1 March. I want one that I won't be sorry for in December.",
      "Summer's easy to guess. It's the other half I'm careful about.",
      "I'm still adding up. Nine managers, nine estimates.",
    ],
    closed: ["Not settled yet.", "Before 1 March, yes.", "I have a rough idea.", "It may differ."],
  },
  {
    topic: "payroll",
    open: [
      "Rotas come out of your system and wages out of ours. There's a gap between them, with a person in it.",
      "Payroll closes on the 24th, which is tomorrow. Nobody's to speak to them today.",
      "They manage. They'd tell you so themselves, without smiling.",
    ],
    closed: ["It gets done.", "Not automatically, no.", "Every month.", "For now."],
  },
  {
    topic: "migration",
    open: [
      "If anything changes, the hotels need to notice nothing. That standard hasn't moved.",
      "Spring is when we staff up. It's a poor time for moving furniture.",
      "I'd need a plan with a name beside every line.",
    ],
    closed: ["That depends when.", "Not in the holidays.", "We've done one before.", "Not lightly."],
  },
  {
    topic: "alternatives",
    open: [
      "I look around, always. It'd be odd to stop now.",
      "Every supplier's in the folder. Some have more pages than others.",
      "A cheap price is the beginning of a question.",
    ],
    closed: ["Of course.", "Now and then.", "That's my business for now.", "I compare, yes."],
  },
  {
    topic: "decision",
    open: [
      "It starts on my desk. Whether it ends there is a matter of size.",
      "A yes has to survive being read by somebody who wasn't in the room.",
      "Operations says whether it works, I say what it's worth, the rest is process.",
    ],
    closed: ["Not always, no.", "It starts with me.", "In most cases.", "There's a process."],
  },
  {
    topic: "stakes",
    open: [
      "If it goes wrong, my initials are on it. That's what a finance lead is for.",
      "A renewal nobody talks about is a good renewal.",
      "I like being able to say the same thing next quarter that I said in this one.",
    ],
    closed: ["It matters, yes.", "More than usual.", "That's a personal question.", "I'd manage."],
  },
  {
    topic: "terms",
    open: [
      "Knowing next year's figure this year. Beyond that I'm easy about the length.",
      "Long terms are fine when something comes back for them.",
      "Whatever's agreed stands in the contract, or it isn't agreed.",
    ],
    closed: ["That could be discussed.", "Twelve months at present.", "Only in writing.", "In exchange for something."],
  },
  {
    topic: "plus",
    open: [
      "I've read the page about it a second time. It hasn't grown on me.",
      "Tell me what it changes on a Tuesday in Whitby, the rest is brochure.",
      "We've never asked for more of it. We'd like what's there to fit.",
    ],
    closed: ["I skimmed it again.", "Not that I know.", "Could be.", "We don't use that today."],
  },
  {
    topic: "support",
    open: [
      "When it works nobody mentions it. When it doesn't, they ring finance.",
      "I've had more people from your side than answers.",
      "Hotels need help on Sundays. That's about all I have to say on it.",
    ],
    closed: ["Passable.", "On weekdays.", "Slow, at times.", "I'd have to ask the hotels."],
  },
  {
    topic: "self",
    open: [
      "Month end ahead of me, auditors beside me. You've picked the week.",
      "Whitby's full and the heating bill with it.",
      "I came from an airline. Fifteen minutes means fifteen there.",
    ],
    closed: ["Busy, as ever.", "Can't complain.", "So far, so solvent."],
  },
];
