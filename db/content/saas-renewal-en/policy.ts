import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "saas-renewal-en-policy",
  version: 1,
  locale: "en",
  title: "Rotaline sales policy: renewals",
  bannedClaims: [
    {
      id: "guaranteed-return",
      label: "Guaranteed saving or return",
      severity: "block",
      patterns: [
        raw`\bguarantee[ds]?\b[^.?!]{0,40}\b(sav\w*|roi|return|profit|payback|results?)\b`,
        raw`\b(sav\w*|roi|return|payback)\b[^.?!]{0,25}\b(is|are|'s)\s+(\w+\s+)?guaranteed\b`,
        raw`\b(sav\w*|roi|return|payback)\b[^.?!]{0,30},\s*guaranteed\b`,
      ],
      safer: "Customers we measured reported …; I can show you how it was counted.",
      matching: [
        "We guarantee you a 30% saving in the first year.",
        "The return is fully guaranteed.",
        "We always save customers money, guaranteed.",
      ],
      harmless: [
        "Is anything guaranteed in writing?",
        "I can't guarantee that, but I can show you what others measured.",
      ],
    },
    {
      id: "price-forever",
      label: "Promise that the price will never rise",
      severity: "block",
      patterns: [
        raw`\bprices?\b[^.?!]{0,30}\b(will never|won't ever|never)\s+(go up|rise|increase|change)`,
        raw`\bnever\s+(pay more|see another increase)\b`,
      ],
      safer: "On 24 months the yearly increase is capped at 4%, on 36 months at 3%.",
      matching: ["The price will never go up again.", "With us you'll never see another increase."],
      harmless: ["The price went up and nobody rang you.", "On 24 months an increase is capped at 4%."],
    },
    {
      id: "false-deadline",
      label: "Invented deadline or threat",
      severity: "block",
      patterns: [
        raw`\b(offer|deal|price|discount)\b[^.?!]{0,30}\b(ends?|expires?|is gone|runs out)\b[^.?!]{0,15}\b(today|tonight|tomorrow|this week|midnight)\b`,
        raw`\b(sign|decide|commit)\b[^.?!]{0,20}\b(today|tonight|now)\b[^.?!]{0,15}\bor\b`,
      ],
      safer: "The count has to be set before 1 March. Take the time until then.",
      matching: ["This offer ends tonight.", "Sign today or the price goes up."],
      harmless: ["Your plan ends on 31 March.", "There's no need to decide today."],
    },
    {
      id: "rival-fault",
      label: "Unproved fault of a rival",
      severity: "block",
      patterns: [
        raw`\b(they|competitors?|kadence|the others?)\b[^.?!]{0,30}\b(lose|loses|lost|leak|leaks|leaked)\b[^.?!]{0,20}\b(data|rotas|hours)\b`,
        raw`\b(kadence|they|competitors?|the cheap ones?)\b[^.?!]{0,20}\b(is|are|will be|will go)\s+(nearly |almost |going )?(bankrupt|bust|a scam|rubbish)\b`,
      ],
      safer: "I can only speak for us. What did you see when you tried it?",
      matching: ["Those competitors lose data all the time.", "The cheap ones are rubbish."],
      harmless: ["Did another supplier quote you?", "What did they offer you?"],
    },
    {
      id: "data-hostage",
      label: "Threat to data or access",
      severity: "block",
      patterns: [
        raw`\b(lose|losing)\b[^.?!]{0,20}\b(access to )?(all )?(your |the )(data|rotas|history|hours)\b`,
        raw`\b(we|we'll|we will)\b[^.?!]{0,15}\b(delete|lock|block|switch off)\b[^.?!]{0,25}\b(data|account|access|rotas)\b`,
      ],
      safer: "On leaving you can export all rotas and hours as CSV, free of charge.",
      matching: ["If you don't renew you lose all your rotas.", "We'll lock your account on 1 April."],
      harmless: ["You can export your data at any time.", "What happened to the rotas that weekend?"],
    },
  ],
  requiredDisclosures: [
    {
      id: "billing",
      label: "Billed annually in advance",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\b(billed|invoiced|paid|payable|pay|bill|invoice)\b[^.?!]{0,25}\b(annually|yearly|once a year|per year|a year|for the year)\b[^.?!]{0,20}\b(in advance|up front|upfront)\b`,
        raw`\b(annual|yearly)\b[^.?!]{0,20}\b(in advance|up front|upfront|prepayment)\b`,
      ],
      safer: "It's billed annually in advance.",
    },
    {
      id: "fixed",
      label: "Count and term stay fixed",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\b(counts?|licen[cs]es?|numbers?|term)\b[^.?!]{0,40}\b(fixed|can't be (changed|reduced)|cannot be (changed|reduced)|stays? the same|locked)\b`,
        raw`\bno early (exit|termination)\b`,
      ],
      safer: "Count and term stay fixed until the term ends.",
    },
  ],
  maxDiscountPct: 6,
  approvalOver: 6,
  blockOver: 10,
  approvalPatterns: [
    raw`\b(subject to|with|needs?|need|requires?|ask(ing)? (for )?)\b[^.?!]{0,30}\b(approval|manager|sign-off)\b`,
    raw`\b(check|clear|agree) (it|that|this)? ?with my (manager|boss|director)\b`,
  ],
  privacy: [
    {
      id: "named-staff",
      label: "Asks for names of employees",
      severity: "warn",
      patterns: [
        raw`\b(names?|list)\b[^.?!]{0,20}\b(of|for)\b[^.?!]{0,20}\b(staff|employees?|people|workers|users)\b`,
        raw`\bwho exactly\b[^.?!]{0,25}\b(was|were) paid\b`,
      ],
      safer: "How many people did that touch?",
      matching: ["Can you send me the names of the staff concerned?", "Who exactly was paid late?"],
      harmless: ["How many people were affected?", "Who decides this with you?"],
    },
    {
      id: "pay-data",
      label: "Asks for personal pay or bank data",
      severity: "warn",
      patterns: [
        raw`\b(bank details|account numbers?|national insurance|payslips?)\b[^.?!]{0,25}\b(send|share|show|of)\b`,
        raw`\b(send|share|show|give)\b[^.?!]{0,25}\b(bank details|account numbers?|national insurance|payslips?)\b`,
      ],
      safer: "A total is enough; please keep personal data on your side.",
      matching: ["Could you send me a few payslips?", "Share the account numbers and I'll check."],
      harmless: ["How many payslips need a correction?", "How do the hours reach payroll?"],
    },
  ],
};
