import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "packaging-line-en-policy",
  version: 1,
  locale: "en",
  title: "Tarn Automation sales conduct",
  bannedClaims: [
    {
      id: "never-stops",
      label: "Cell that never stops or jams",
      severity: "block",
      patterns: [
        raw`\b(never|won't ever|will never|doesn't ever)\b[^.?!]{0,15}\b(stops?|jams?|fails?|breaks?( down)?|goes? down)\b`,
        raw`\b(zero|no) (downtime|stoppages|jams)\b[^.?!]{0,15}\b(guaranteed|ever|at all|promise)\b`,
        raw`\b100 ?% (uptime|availab\w+)`,
      ],
      safer: "In 23 bakeries it was available 96.4% of planned time, 93.1% at the lowest.",
      matching: ["The PL-40 never jams.", "Zero downtime, guaranteed."],
      harmless: ["What happens when a case jams?", "How often does the line stop today?"],
    },
    {
      id: "guaranteed-saving",
      label: "Guaranteed saving or payback",
      severity: "block",
      patterns: [
        raw`\bguarantee[ds]?\b[^.?!]{0,40}\b(sav\w*|payback|roi|return|percent|%)`,
        raw`\b(sav\w*|payback|roi)\b[^.?!]{0,25}\b(is|are|'s)\s+(\w+\s+)?guaranteed\b`,
      ],
      safer: "We can work out the payback together, with your own figures.",
      matching: ["I guarantee you a payback in two years.", "The savings are guaranteed."],
      harmless: ["I can't promise a payback before we have your figures.", "What do the agency hours cost you?"],
    },
    {
      id: "food-safety",
      label: "Food-safety promise nobody can give",
      severity: "block",
      patterns: [
        raw`\b(allergen|contamination|crumb)[- ]?(free|proof)\b`,
        raw`\b(pass|passes|get you through) (any|every|the next|your) audit\b`,
        raw`\b(skip|leave out|no need for|do without|go without)\b[^.?!]{0,20}\b(swabs?|validation|swab tests?)\b`,
      ],
      safer: "In 14 plants the clean was swab-tested; you would validate it on your own product.",
      matching: ["The gripper is allergen-free by design.", "With that camera you pass any audit."],
      harmless: ["Which allergens run on that line?", "What would your auditor want to see?"],
    },
    {
      id: "job-promise",
      label: "Promise about other people's jobs",
      severity: "block",
      patterns: [
        raw`\b(nobody|no one|no-one|not one)\b[^.?!]{0,15}\b(will|would|is going to|is gonna)\b[^.?!]{0,10}\b(lose|be let go|get laid off)\b`,
        raw`\b(get rid of|throw out|sack|fire|lay off)\b[^.?!]{0,20}\b(packers|people|staff|crew|half)\b`,
      ],
      safer:
        "In 19 plants 88% of the packers freed took other work in the same plant; what happens here is yours to decide.",
      matching: ["Nobody will lose a job, I promise.", "You can get rid of half the packers."],
      harmless: ["What have you told the crew so far?", "How many posts are open at the moment?"],
    },
    {
      id: "false-deadline",
      label: "Invented deadline",
      severity: "block",
      patterns: [
        raw`\b(offer|price|discount|slot)\b[^.?!]{0,30}\b(ends?|expires?|is gone|runs out|goes up)\b[^.?!]{0,15}\b(today|tonight|tomorrow|this week|friday)\b`,
        raw`\b(order|sign|decide)\b[^.?!]{0,20}\b(today|tonight|now)\b[^.?!]{0,15}\bor\b`,
      ],
      safer: "The price holds for 90 days. Sixteen weeks before 2 August is 12 April.",
      matching: ["That price expires tonight.", "Sign today or you lose August."],
      harmless: ["The price holds for 90 days.", "An order by 12 April reaches you for the shutdown."],
    },
    {
      id: "rival-fault",
      label: "Unproved fault of another supplier",
      severity: "block",
      patterns: [
        raw`\b(vexmoor|they|competitors?|others?|those|the other two)\b[^.?!]{0,30}\b(always|constantly|all)\b[^.?!]{0,10}\b(break|fail|jam|lie|overrun)\w*\b`,
        raw`\b(vexmoor|competitors?|the others?|cheap ones?)\b[^.?!]{0,15}\b(is|are) (just )?(junk|garbage|rubbish|toys)\b`,
      ],
      safer: "I can only speak for ours. What is inside their price?",
      matching: ["The other two always overrun.", "The cheap ones are rubbish."],
      harmless: ["What comes with the lower quote?", "How do the others handle acceptance?"],
    },
  ],
  requiredDisclosures: [
    {
      id: "scope",
      label: "What the sum covers",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\b(guarding|tie-in|attended start-?up)\b`,
        raw`\b(delivery|installation)\b[^.?!]{0,30}\b(fixed|separate|24,000)\b`,
      ],
      safer: "Guarding, conveyor tie-in and two weeks of attended start-up are inside that sum.",
    },
    {
      id: "lead-time",
      label: "Lead time",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`\blead[- ]time\b`, raw`\b(16|sixteen) weeks\b`],
      safer: "Lead time is 16 weeks from the order.",
    },
    {
      id: "payment",
      label: "How it is paid",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`\b(30|50|20) ?(%|percent)[^.?!]{0,25}\b(with|after|on)\b`, raw`\bafter (the )?acceptance\b`],
      safer: "It's 30% with the order, 50% after the factory test and 20% after acceptance in your plant.",
    },
  ],
  maxDiscountPct: 3,
  approvalOver: 3,
  blockOver: 6,
  approvalPatterns: [
    raw`\b(subject to|with|needs?|need|requires?|ask(ing)? (for )?|check with)\b[^.?!]{0,30}\b(approval|director|manager)\b`,
  ],
  privacy: [
    {
      id: "people-photos",
      label: "Asks for photographs with people",
      severity: "warn",
      patterns: [
        raw`\b(photos?|pictures?|video)\b[^.?!]{0,30}\b(operators?|workers?|crew|packers|people|staff)\b`,
        raw`\b(operators?|workers?|crew|packers|staff)\b[^.?!]{0,20}\b(photos?|pictures?|video)\b`,
      ],
      safer: "A drawing of the hall without anybody on it is enough.",
      matching: ["Could you send a video of the packers at work?", "Get the crew on video for me."],
      harmless: ["Could you send a drawing of the hall?", "How many packers are on a shift?"],
    },
    {
      id: "names",
      label: "Asks who in person is at fault or leaving",
      severity: "warn",
      patterns: [
        raw`\b(which|what) (operator|worker|packer|person)\b[^.?!]{0,25}\b(fault|caused|responsible|to blame|leav\w+)\b`,
        raw`\bwhose fault\b`,
        raw`\b(names|list) of (the )?(packers|people|staff)\b`,
      ],
      safer: "How many posts are we talking about?",
      matching: ["Whose fault was that?", "Send me the names of the packers you'd move."],
      harmless: ["What happened that day?", "How many posts stand empty?"],
    },
  ],
};
