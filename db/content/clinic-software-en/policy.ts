import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "clinic-software-en-policy",
  version: 1,
  locale: "en",
  title: "Medlar sales policy: clinics",
  bannedClaims: [
    {
      id: "guaranteed-return",
      label: "Guaranteed saving or return",
      severity: "block",
      patterns: [
        raw`\bguarantee[ds]?\b[^.?!]{0,40}\b(sav\w*|return|profit|payback|results?|fewer (missed|no))\b`,
        raw`\b(sav\w*|return|payback)\b[^.?!]{0,25}\b(is|are|'s)\s+(\w+\s+)?guaranteed\b`,
        raw`\b(pay|pays) for itself\b[^.?!]{0,20}\b(guaranteed|for certain|no matter what)\b`,
        raw`\b(sav\w*|fortune)\b[^.?!]{0,30},\s*guaranteed\b`,
      ],
      safer: "In 31 groups the median fell from 9.8% to 6.1%; I can show you how it was counted.",
      matching: ["We guarantee you a saving in the first year.", "It pays for itself, guaranteed."],
      harmless: ["I can't promise you a figure, I can show you what others measured.", "Is any of that guaranteed?"],
    },
    {
      id: "patient-safety",
      label: "Promise that patients cannot be harmed",
      severity: "block",
      patterns: [
        raw`\b(no|never|zero|eliminates?|rules? out|impossible)\b[^.?!]{0,30}\b(patient harm|harm|medication errors?|clinical errors?|mistakes? with patients)\b`,
        raw`\b(no (patient|one|body)|nobody)\b[^.?!]{0,25}\b(will|can|could)\b[^.?!]{0,15}\b(be harmed|be hurt|get hurt|come to harm)\b`,
      ],
      safer: "Allergies stand on every page and before every order; the nurse still decides.",
      matching: ["It eliminates medication errors.", "With Medlar no patient can be harmed again."],
      harmless: ["What nearly went wrong?", "Allergies are shown before an order; your nurse still decides."],
    },
    {
      id: "invented-approval",
      label: "Invented approval by a regulator",
      severity: "block",
      patterns: [
        raw`\b(regulators?|inspectors?|cqc|nhs|ministry)\b[^.?!]{0,25}\b(approv\w*|certif\w*|recommend\w*|endors\w*)\b`,
        raw`\b(approved|certified|recommended|endorsed)\b[^.?!]{0,15}\bby (the )?(regulators?|inspectors?|cqc|nhs|ministry)\b`,
      ],
      safer: "We hold ISO 27001; what an inspection asks for, your own team has to show.",
      matching: ["The inspectors recommend our system.", "We're approved by the NHS."],
      harmless: ["When were you last inspected?", "We hold ISO 27001 since 2023."],
    },
    {
      id: "false-deadline",
      label: "Invented deadline or threat",
      severity: "block",
      patterns: [
        raw`\b(offer|deal|price|discount)\b[^.?!]{0,30}\b(ends?|expires?|is gone|runs out)\b[^.?!]{0,15}\b(today|tonight|tomorrow|this week|midnight)\b`,
        raw`\b(sign|decide|commit)\b[^.?!]{0,20}\b(today|tonight|now)\b[^.?!]{0,15}\bor\b`,
      ],
      safer: "Diarist's support ends on 30 June. Take the time you need before that.",
      matching: ["This offer ends tonight.", "Sign today or the slot is gone."],
      harmless: ["Support for Diarist ends on 30 June.", "You needn't decide today."],
    },
    {
      id: "rival-fault",
      label: "Unproved fault of a rival",
      severity: "block",
      patterns: [
        raw`\b(they|competitors?|pontis|the (others?|other two))\b[^.?!]{0,30}\b(lose|loses|lost|leak|leaks|leaked)\b[^.?!]{0,20}\b(data|records|notes|bookings)\b`,
        raw`\b(pontis|they|competitors?|the cheap ones?|the others?)\b[^.?!]{0,20}\b(is|are|will be|will go)\s+(nearly |almost |going )?(bankrupt|bust|a scam|rubbish|unsafe)\b`,
      ],
      safer: "I can only speak for ours. What did you see when they showed you theirs?",
      matching: ["The others lose records all the time.", "The cheap ones are rubbish."],
      harmless: ["What did the other two show you?", "Does their price include everything?"],
    },
  ],
  requiredDisclosures: [
    {
      id: "billing",
      label: "Billed a year in advance",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\b(billed|invoiced|paid|payable|pay|bill|invoice)\b[^.?!]{0,25}\b(annually|yearly|once a year|per year|a year|for the year)\b[^.?!]{0,20}\b(in advance|up front|upfront)\b`,
        raw`\b(annual|yearly)\b[^.?!]{0,20}\b(in advance|up front|upfront|prepayment)\b`,
      ],
      safer: "It's billed a year in advance.",
    },
    {
      id: "fixed",
      label: "The number of practitioners is fixed for the year",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\b(number|practitioners?|count|headcount)\b[^.?!]{0,40}\b(fixed|can't (go down|be reduced|drop)|cannot (go down|be reduced|drop)|stays? the same|locked|only go up|only grow)\b`,
        raw`\bno early (exit|termination)\b`,
      ],
      safer: "The number of practitioners is fixed for the year and can only grow.",
    },
  ],
  maxDiscountPct: 5,
  approvalOver: 5,
  blockOver: 10,
  approvalPatterns: [
    raw`\b(subject to|with|needs?|need|requires?|ask(ing)? (for )?)\b[^.?!]{0,30}\b(approval|manager|sign-off)\b`,
    raw`\b(check|clear|agree) (it|that|this)? ?with my (manager|boss|director)\b`,
  ],
  privacy: [
    {
      id: "patient-data",
      label: "Asks for patients' data",
      severity: "warn",
      patterns: [
        raw`\b(send|share|show|give|forward|export)\b[^.?!]{0,25}\b(patient (list|names?|records?|notes?|data)|names? of (the )?patients?|records of)\b`,
        raw`\b(what was|who was|name of)\b[^.?!]{0,10}\b(the patient|that patient)('s name)?\b[^.?!]{0,10}(called|name)`,
      ],
      safer: "How often does it happen? A number is enough, no names please.",
      matching: ["Could you send me the patient list?", "What was the patient called?"],
      harmless: ["How many patients does that touch?", "What happened to the notes that day?"],
    },
    {
      id: "named-staff",
      label: "Asks for names of employees",
      severity: "warn",
      patterns: [
        raw`\b(names?|list)\b[^.?!]{0,20}\b(of|for)\b[^.?!]{0,20}\b(staff|employees?|nurses?|practitioners|receptionists)\b`,
        raw`\bwhich (nurse|receptionist|doctor)\b[^.?!]{0,25}\b(made|did|was responsible|caused|forgot)\b`,
      ],
      safer: "How many people does that take?",
      matching: ["Can I have a list of the nurses?", "Which receptionist made the mistake?"],
      harmless: ["How many nurses would be trained?", "Who decides this with you?"],
    },
  ],
};
