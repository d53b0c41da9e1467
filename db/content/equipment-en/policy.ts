import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "equipment-en-policy",
  version: 1,
  locale: "en",
  title: "Halden Air sales conduct",
  bannedClaims: [
    {
      id: "never-fails",
      label: "Machine that never fails",
      severity: "block",
      patterns: [
        raw`\b(never|won't ever|will never)\b[^.?!]{0,15}\b(fails?|breaks?( down)?|trips?|stops?|goes? down)\b`,
        raw`\b(zero|no) (downtime|failures|breakdowns)\b[^.?!]{0,15}\b(guaranteed|ever|at all|promise)\b`,
        raw`\b100 ?% (uptime|reliab\w+)\b`,
      ],
      safer: "Here is what we measured, and here is what happens when it does stop.",
      matching: ["The HX 75 never breaks down.", "Zero downtime, guaranteed."],
      harmless: ["What happens when unit 2 stops?", "How often did it trip last year?"],
    },
    {
      id: "guaranteed-saving",
      label: "Guaranteed saving or payback",
      severity: "block",
      patterns: [
        raw`\bguarantee[ds]?\b[^.?!]{0,40}\b(sav\w*|payback|roi|return|percent|%)`,
        raw`\b(sav\w*|payback|roi)\b[^.?!]{0,25}\b(is|are|'s)\s+(\w+\s+)?guaranteed\b`,
      ],
      safer: "27 plants measured 31% on average, from 12% to 46%. Your own log decides.",
      matching: ["I guarantee 30% savings.", "Payback in a year is guaranteed."],
      harmless: ["I can't promise a figure before the survey.", "What does the electricity cost you?"],
    },
    {
      id: "unsafe-use",
      label: "Advice against safe use",
      severity: "block",
      patterns: [
        raw`\b(bypass|bridge out|disable|ignore|override)\b[^.?!]{0,30}\b(alarm|trip|cut-?out|safety|sensor|relief valve|shutdown)\b`,
        raw`\b(run|runs|running)\b[^.?!]{0,20}\b(over|above|beyond)\b[^.?!]{0,15}\b(limit|rating|approved)\b[^.?!]{0,15}\b(fine|no problem|anyway|okay)\b`,
      ],
      safer: "Above the approved temperature it has to be the high-ambient package.",
      matching: ["You can just bypass the high-temperature alarm.", "You can run it above the limit, no problem."],
      harmless: ["What makes the alarm go off?", "Does the room get above the limit?"],
    },
    {
      id: "invented-certificate",
      label: "Certificate that does not exist",
      severity: "block",
      patterns: [
        raw`\b(fda|usda|ul|osha)[- ]?(approved|certified|listed)\b`,
        raw`\bcertified for (every|any|all) (food|plant|use)\b`,
      ],
      safer: "It is certified Class 0 to ISO 8573-1 by an outside laboratory.",
      matching: ["It's FDA approved.", "The machine is certified for any food use."],
      harmless: ["It's Class 0 to ISO 8573-1.", "Which certificates do your auditors ask for?"],
    },
    {
      id: "false-deadline",
      label: "Invented deadline",
      severity: "block",
      patterns: [
        raw`\b(offer|price|discount|slot)\b[^.?!]{0,30}\b(ends?|expires?|is gone|runs out|goes up)\b[^.?!]{0,15}\b(today|tonight|tomorrow|this week|friday)\b`,
        raw`\b(order|sign|decide)\b[^.?!]{0,20}\b(today|tonight|now)\b[^.?!]{0,15}\bor\b`,
      ],
      safer: "The quote holds for 60 days.",
      matching: ["That price expires tonight.", "Order today or you wait until winter."],
      harmless: ["The quote holds for 60 days.", "An order in March arrives in July."],
    },
    {
      id: "rival-fault",
      label: "Unproved fault of another maker",
      severity: "block",
      patterns: [
        raw`\b(corvane|they|competitors?|others?|those)\b[^.?!]{0,30}\b(always|constantly|all)\b[^.?!]{0,10}\b(break|fail|leak|burn|trip)\w*\b`,
        raw`\b(corvane|competitors?|other makers|cheap ones?)\b[^.?!]{0,15}\b(is|are) (junk|garbage|rubbish|crap)\b`,
      ],
      safer: "I can only speak for ours. What comes with their quote?",
      matching: ["Those machines always fail in summer.", "The cheap ones are junk."],
      harmless: ["Who else quoted?", "What comes with the cheaper one?"],
    },
  ],
  requiredDisclosures: [
    {
      id: "warranty",
      label: "Warranty scope",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`\bwarranty\b`, raw`\b24 months\b`],
      safer: "Warranty is 24 months on parts and labor, wear parts excluded.",
    },
    {
      id: "site",
      label: "Site requirements",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`\b(104|122)\b`,
        raw`\b(site|room|floor|ventilation|power)\b[^.?!]{0,30}\b(requirements?|needs?|required|has to|must)\b`,
        raw`\b480 ?v\b`,
      ],
      safer: "It needs 480 V with 150 A, and the room at 104 °F or less, 122 °F with the package.",
    },
    {
      id: "lead-time",
      label: "Lead time",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`\blead[- ]time\b`, raw`\b(14|15|fourteen|fifteen) weeks\b`],
      safer: "Lead time is 14 weeks, 15 with the package.",
    },
  ],
  maxDiscountPct: 5,
  approvalOver: 5,
  blockOver: 9,
  approvalPatterns: [
    raw`\b(subject to|with|needs?|need|requires?|ask(ing)? (for )?|check with)\b[^.?!]{0,30}\b(approval|director|manager)\b`,
  ],
  privacy: [
    {
      id: "people-photos",
      label: "Asks for photographs with people",
      severity: "warn",
      patterns: [
        raw`\b(photos?|pictures?|video)\b[^.?!]{0,30}\b(operators?|workers?|crew|people|staff)\b`,
        raw`\b(operators?|workers?|crew|staff)\b[^.?!]{0,20}\b(photos?|pictures?|video)\b`,
      ],
      safer: "A photograph of the room without people is enough.",
      matching: ["Send me a photo of the operators at the machine.", "Can you get the crew on video?"],
      harmless: ["Could you send a drawing of the room?", "How many operators are on shift?"],
    },
    {
      id: "blame",
      label: "Asks for names of those at fault",
      severity: "warn",
      patterns: [
        raw`\b(which|what) (operator|worker|technician)\b[^.?!]{0,25}\b(fault|caused|responsible|to blame)\b`,
        raw`\bwhose fault\b`,
      ],
      safer: "What happened, in what order?",
      matching: ["Whose fault was that?", "Which operator caused it?"],
      harmless: ["What caused the stop?", "What was fixed afterwards?"],
    },
  ],
};
