import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "card-upgrade-en-policy",
  version: 1,
  locale: "en",
  title: "Marlow Bank card conduct policy",
  bannedClaims: [
    {
      id: "guaranteed-approval",
      label: "Guaranteed approval or limit",
      severity: "block",
      patterns: [
        raw`\b(guarantee[ds]?|automatic(ally)?|certain(ly)?|definitely)\b[^.?!]{0,25}\b(approv\w*|higher limit|bigger limit|limit increase)\b`,
        raw`\b(approval|limit increase|higher limit)\b[^.?!]{0,20}\b(is|'s|are)\s+(\w+\s+)?(guaranteed|automatic|certain)\b`,
      ],
      safer: "On an upgrade your limit stays as it is and there is no new application.",
      matching: ["You're guaranteed approval.", "A higher limit is automatic with this one."],
      harmless: ["Your limit stays the same.", "Were you worried about getting approved?"],
    },
    {
      id: "called-free",
      label: "A cost called free",
      severity: "block",
      patterns: [
        raw`\bfree money\b`,
        raw`\b(basically|practically|totally|completely|as good as)\s+free\b`,
        raw`\b(it|that|plus|upgrade|(the|this|our) (new )?card)('s| is)\s+(all |really )?free\b`,
        raw`\b(installments?|instalments?|split pay|payment plan)\b[^.?!]{0,20}\b(free|no interest|interest[- ]free|costs? nothing)\b`,
      ],
      safer: "The card costs $95 a year; here is what it has to earn to cover that.",
      matching: ["The card is basically free.", "Split Pay costs nothing."],
      harmless: [
        "Paying $95 when yours is free does sound backwards.",
        "What went wrong with the free year back then?",
      ],
    },
    {
      id: "induces-debt",
      label: "Pushes to spend or borrow",
      severity: "block",
      patterns: [
        raw`\bthe more you spend\b`,
        raw`\b(spend|buy|charge|put) more\b[^.?!]{0,30}\b(earn|rewards?|cash ?back|points|get)\b`,
        raw`\b(don't|do not) worry about\b[^.?!]{0,15}\b(paying|the balance|the debt|interest)\b`,
      ],
      safer: "This is only worth it on what you buy anyway.",
      matching: ["The more you spend, the more you make.", "Don't worry about the balance."],
      harmless: ["How much do you spend on groceries?", "What worries you about the balance?"],
    },
    {
      id: "score-promise",
      label: "Promise about the credit score",
      severity: "block",
      patterns: [
        raw`\b(improve|boost|raise|help|fix)s?\b[^.?!]{0,15}\b(credit )?score\b`,
        raw`\bscore\b[^.?!]{0,15}\b(will|is going to) (go up|rise|improve)\b`,
      ],
      safer: "The upgrade makes no new inquiry. I can't say anything about your score.",
      matching: ["This will boost your credit score.", "Your score will go up right away."],
      harmless: ["I can't say anything about your score.", "There's no hard inquiry."],
    },
    {
      id: "false-deadline",
      label: "Invented deadline",
      severity: "block",
      patterns: [
        raw`\b(offer|deal|this|discount)\b[^.?!]{0,30}\b(ends?|expires?|is gone|runs out|only good)\b[^.?!]{0,15}\b(today|tonight|tomorrow|this week|midnight|five)\b`,
        raw`\b(only|just) (today|hold (it|this) until)\b`,
        raw`\b(now|today) or never\b`,
      ],
      safer: "There is no deadline. Take the time you need.",
      matching: ["This offer ends tonight.", "I can only hold this until five."],
      harmless: ["There's no deadline on this.", "Is today a good day to talk?"],
    },
    {
      id: "rival-fault",
      label: "Unproved fault of another bank",
      severity: "block",
      patterns: [
        raw`\b(harbor|credit unions?|other banks?|competitors?|they)\b[^.?!]{0,30}\b(scam|rip|cheat|steal|sell)\w*\b[^.?!]{0,20}\b(you|people|customers|data)\b`,
        raw`\b(credit unions?|other banks?)\b[^.?!]{0,15}\b(are|is) (a scam|crooks|terrible|garbage)\b`,
      ],
      safer: "I can only speak for our card. What did their letter say?",
      matching: ["Credit unions just rip people off.", "Other banks are terrible."],
      harmless: ["Did another bank write to you?", "What do you like about the other offers?"],
    },
  ],
  requiredDisclosures: [
    {
      id: "apr",
      label: "APR of the new card",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`\b24\.99\b`],
      safer: "The APR on purchases is 24.99% variable.",
    },
    {
      id: "late-fee",
      label: "Late fee",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\blate (payment )?(fee|fees|charge|charges)\b[^.?!]{0,25}\$?\s?40\b`,
        raw`\$\s?40\b[^.?!]{0,25}\b(late|if you miss|if you're late)\b`,
      ],
      safer: "The late fee is up to $40.",
    },
  ],
  maxDiscountPct: 50,
  approvalOver: 50,
  blockOver: 100,
  approvalPatterns: [
    raw`\b(subject to|with|needs?|need|requires?|ask(ing)? (for )?|check with)\b[^.?!]{0,30}\b(approval|supervisor|manager)\b`,
  ],
  privacy: [
    {
      id: "credentials",
      label: "Asks for card data or codes",
      severity: "block",
      patterns: [
        raw`\b(card number|full number|cvv|cvc|security code|pin|passcode|password|one[- ]time code|number on the (front|back))\b`,
      ],
      safer: "Please keep card details and codes to yourself; I never need them here.",
      matching: ["What's your card number?", "Please read me the security code."],
      harmless: ["What's the best number to call you on?", "How many cards do you use at home?"],
    },
    {
      id: "identity",
      label: "Asks for identity data",
      severity: "block",
      patterns: [
        raw`\b(social security|ssn|last four of your social|driver'?s licen[cs]e number|mother'?s maiden name)\b`,
      ],
      safer: "Identity checks are done in the app, not here.",
      matching: ["What are the last four of your social?", "I'll need your SSN."],
      harmless: ["Does your mother live nearby?", "Are you still in Columbus?"],
    },
  ],
};
