/** Said without doubt or exception. */
const sure = String.raw`guarantee[ds]?|certain(?:ly)?|for (?:sure|certain)|assured|sure thing|no risk|risk[- ]free|without (?:fail|risk|exception)|definite(?:ly)?|100 ?(?:%|percent)|a hundred percent|bound to|always|promised?|can['’]?t (?:lose|fail|go wrong)|in writing that it will|locked in|money in the bank|a given|no doubt|nailed on|automatic(?:ally)?`;
const never = String.raw`never(?: ever)?|can['’]?t(?: ever)?|cannot(?: ever)?|won['’]t(?: ever)?|will not|no longer|impossible|nothing (?:can|will)|no \w+ (?:can|will)|zero|not once|not ever|no way`;
const gain = String.raw`sav(?:e|es|ing|ings)|returns?|payback|pays? (?:for itself|back)|roi|profit|pay(?:s)? off`;
const rival = String.raw`(?:the |those |these |all |your |other |any )*(?:others?|other (?:two|three|one|ones|banks?|vendors?|suppliers?|firms?|systems?|machines?|makers?|brands?|cards?)|cheap(?:er)? (?:ones?|machines?|systems?|stuff|cards?|makes?|brands?|suppliers?)|competit(?:ors?|ion)|rivals?|credit unions?|banks|kadence|pontis|corvane|vexmoor|diarist)`;
const bad = String.raw`rubbish|junk|garbage|trash|crooks?|thieves|scams?|frauds?|cheats?|liars?|lie(?:s)? to|rip(?:s|ping)? (?:people |you |everybody |everyone |customers )?off|useless|terrible|awful|worthless|dangerous|unsafe|a joke|lose[s]? (?:data|records|everything|rotas|money)|(?:always|all|constantly|keep|just|only) (?:\w+ )?(?:fail|break|overrun|crash|leak|lose|cheat|lie|jam|trip|go bust|fall apart)\w*|go(?:ing)? (?:bust|under|broke)|steal\w*|bankrupt`;
const soon = String.raw`today|tonight|midnight|tomorrow|noon|this (?:week|evening|afternoon|friday|minute)|by (?:five|six|friday|tonight|tomorrow|midnight|the end of (?:the )?(?:day|week|month))|in (?:an|one|two|the next|24|48)(?: \w+)? ?hours?|end of (?:the )?(?:day|week)|friday|now or never|right now|straight away|on the spot`;
const gone = String.raw`ends?|expires?|is gone|gone|runs? out|goes (?:up|away|back up)|disappears?|is off|off the table|closes|vanish(?:es)?|lapses?|no longer|lose (?:it|the|my|our|out)|last chance|void|dead|withdrawn`;
const deal = String.raw`offer|price|discount|deal|slot|rate|quote|terms?|promotion|bonus|place`;
const office = String.raw`fda|usda|ul|osha|nhs|cqc|hse|ce|iso|brc|the inspectors?|inspectors|the government|the ministry|the regulator|regulators|the health (?:service|department)|the auditors?|auditors|the council|the retailers?|the cfpb|the fdic|the fed`;
const approval = String.raw`approv(?:al|ed|es|e)|certifi(?:ed|es|cate|cation)|endors(?:ed|es|ement)|recommend(?:ed|s|ation)?|accredit(?:ed|ation)|sign(?:s|ed)? off|licen[cs]ed|listed|blessing|seal|stamp|prefer(?:s|red)|insist(?:s)? on|require(?:s|d)? (?:it|your|this|the)`;

/** Forbidden claims in other words than the policy's patterns, by the id of the rule that forbids them. */
const wordings: Readonly<Record<string, string>> = {
  "guaranteed-return": String.raw`\b(?:${sure})\b[^.?!]{0,50}\b(?:${gain})\b|\b(?:${gain})\b[^.?!]{0,50}\b(?:${sure})\b`,
  "price-forever": String.raw`\b(?:price|fee|rate|cost|bill|it|we|you)\b[^.?!]{0,30}\b(?:${never})\b[^.?!]{0,20}\b(?:go(?:es|ing)? up|rise|rises|increase[sd]?|change[sd]?|move[sd]?|pay (?:more|another|a penny more)|see (?:another|an) (?:increase|rise))\b|\b(?:price|fee|rate|cost)\b[^.?!]{0,30}\b(?:forever|for (?:life|good|ever)|permanent(?:ly)?|for all time|as long as (?:we|i) live|always (?:stay|be|remain))`,
  "false-deadline": String.raw`\b(?:${deal})\b[^.?!]{0,40}\b(?:${gone})\b[^.?!]{0,30}\b(?:${soon})\b|\b(?:${soon})\b[^.?!]{0,30}\b(?:${deal})\b[^.?!]{0,20}\b(?:${gone})\b|\b(?:sign|decide|order|commit|buy|say yes|act|book|apply|take it)\b[^.?!]{0,30}\b(?:${soon})\b[^.?!]{0,20}\b(?:or|otherwise|else|before)\b[^.?!]{0,40}\b(?:${gone}|loses?|up|full price|more|wait|nothing|gone|double)\b|\bonly (?:one|two|three|a few|\d+) (?:\w+ )?(?:left|slots?|places?|spots?)\b[^.?!]{0,30}\b(?:so|must|have to|quick|now|today|sign|gone)\b`,
  "rival-fault": String.raw`\b(?:${rival})\b(?:['’]s|['’]re| is| are| will| would| have| has)?[^.?!]{0,24}\b(?:${bad})\b|\b(?:${bad})\b,? (?:all of them|the lot of them|those|these|the (?:others|cheap ones|other two))`,
  "data-hostage": String.raw`\b(?:delete|lock|wipe|erase|block|switch off|cut off|shut off|hold|keep|withhold|destroy|lose)\w*\b[^.?!]{0,30}\b(?:rotas?|data|account|access|history|hours|records)\b[^.?!]{0,40}\b(?:if|unless|on \d|the day|when|once|after|without)\b|\b(?:if|unless|without|once|when)\b[^.?!]{0,40}\b(?:rotas?|data|account|access|history|hours|records)\b[^.?!]{0,30}\b(?:gone|deleted|locked|wiped|erased|blocked|lost|cut off|switched off|disappear\w*|vanish\w*)\b`,
  "guaranteed-approval": String.raw`\b(?:${sure}|already|no (?:credit )?check|everybody|everyone|anyone|instant(?:ly)?)\b[^.?!]{0,40}\b(?:approv(?:al|ed)|accepted|get(?:s)? (?:the card|it|approved)|higher limit|qualif\w+)\b|\b(?:approv(?:al|ed)|accepted|higher limit|limit (?:increase|raise|goes up))\b[^.?!]{0,40}\b(?:${sure}|nothing to (?:lose|worry)|no matter what|whatever|no questions)\b`,
  "called-free": String.raw`\b(?:card|split pay|it|upgrade|fee|this|that)\b(?:['’]s| is| comes| costs)?[^.?!]{0,20}\b(?:(?:basically|practically|completely|totally|really|all|as good as|pretty much|essentially|virtually) free|free (?:of charge|money|forever|for life)|costs? (?:me |you |us )?(?:nothing|zero|not a (?:cent|dime|penny))|no cost)\b|\bfree money\b`,
  "induces-debt": String.raw`\bthe more (?:i|you|we) (?:spend|buy|charge|put|use|borrow|owe)\b|\b(?:spend|buy|charge|put|borrow)(?:ing)? (?:more|as much|everything|it all)\b[^.?!]{0,40}\b(?:earn|rewards?|cash ?back|points|get|make|free|pays?)\b|\b(?:don['’]t|do not|no need to|needn['’]t|not going to|never) (?:have to )?(?:worry|think|care)\b[^.?!]{0,20}\b(?:paying|balance|debt|interest|owe)\b|\b(?:max(?:ing)? (?:it |the card )?out|just (?:carry|roll) (?:the|a) balance|borrow to earn)\b`,
  "score-promise": String.raw`\b(?:credit )?(?:score|rating)\b[^.?!]{0,30}\b(?:will|goes|go|going to|is going|['’]ll|jumps?|gets?|climbs?|rises?|shoots?)\b[^.?!]{0,20}\b(?:up|better|boost(?:ed)?|rise|improve|higher|points|climb|jump|straight up)\b|\b(?:boosts?|raises?|lifts?|fix(?:es)?|repairs?|improves?|will help|builds?)\b[^.?!]{0,16}\b(?:credit )?(?:score|rating|credit)\b`,
  "never-fails": String.raw`\b(?:${never})\b[^.?!]{0,24}\b(?:fails?|breaks?(?: down)?|trips?|stops?|quits?|goes down|shut(?:s)? (?:down|off)|(?:let|lets) (?:me|us|you) down|wears? out|downtime|failures?|breakdowns?)\b|\b(?:bulletproof|unbreakable|fail[- ]?safe|fool[- ]?proof|indestructible|trouble-free|maintenance-free|runs? forever|lasts? forever|100 ?% (?:reliab\w+|uptime)|always (?:runs|works|up))\b`,
  "unsafe-use": String.raw`\b(?:bypass|bridge|jumper|disable|ignore|override|disconnect|defeat|tape over|turn off|switch off|pull|skip|unplug|remove)\w*\b[^.?!]{0,30}\b(?:alarm|trip|cut-?out|safety|sensor|relief valve|shutdown|interlock|guard(?:ing)?|high-temp\w*|e-?stop|light curtain|lockout|limit switch)\b|\b(?:run|running|ran|works?)\b[^.?!]{0,24}\b(?:over|above|beyond|past|hotter than|outside)\b[^.?!]{0,20}\b(?:limit|rating|rated|approved|spec|max\w*)\b[^.?!]{0,20}\b(?:fine|problem|anyway|okay|ok|harm|safe|matter)\b`,
  "invented-certificate": String.raw`\b(?:${office})\b[^.?!]{0,16}\b(?:${approval})\b|\b(?:${approval})\b[^.?!]{0,16}\b(?:by|from|of|for) (?:the )?(?:${office}|every|any|all)\b|\bcertified for\b[^.?!]{0,20}\b(?:every|any|all|everything)\b`,
  "patient-safety": String.raw`\b(?:${never}|no patients?|nobody|no one|eliminat\w+|rules? out|prevents? (?:all|every|any)|ends? all|makes? sure no|stops? (?:all|every|any))\b[^.?!]{0,40}\b(?:patient|harm(?:ed)?|hurt|error|mistake|allerg\w+|die|wrong (?:dose|drug|tablet|medication)|miss(?:ed)? (?:an|a) allergy|safe)\b[^.?!]{0,30}|\bpatients?\b[^.?!]{0,20}\b(?:completely|perfectly|totally|100 ?%|absolutely|always|guaranteed) safe\b`,
  "food-safety": String.raw`\b(?:allergens?|contamination|crumbs?|sesame|carry-?over|foreign bod(?:y|ies)|residue|metal)\b[^.?!]{0,16}\b(?:free|proof|impossible|zero|out of the question)\b|\b(?:${never}|no|zero|any)\b[^.?!]{0,20}\b(?:allergens?|contamination|carry-?over|cross-contamination|recalls?|audit finding|finding)\b[^.?!]{0,40}\b(?:ever|at all|again|so|guaranteed|any ?more|possible)\b|\b(?:${never})\b[^.?!]{0,16}\b(?:carry over|contaminate|fail (?:an|the|any) audit)\b|\b(?:pass(?:es)?|through|sail through|survive)\b[^.?!]{0,12}\b(?:any|every|the next|your|my|our|all|whatever)\b[^.?!]{0,10}\baudits?\b|\b(?:skip|leave out|no need for|need no|do without|go without|don['’]t need|needn['’]t|never need|forget|drop|unnecessary)\b[^.?!]{0,20}\b(?:swab\w*|validation|validat\w+|test pieces|cleaning checks?)\b`,
  "job-promise": String.raw`\b(?:nobody|no one|not one|none of|no job|never|not a single|everybody|everyone|all of)\b[^.?!]{0,40}\b(?:lose[s]?|lost|cut|out of work|go(?:es)?|laid off|let go|made redundant|safe|keeps? (?:their|his|her|the) jobs?|redundanc\w+|jobs? (?:is|are) safe)\b[^.?!]{0,24}\b(?:job|jobs|work|promise|guaranteed?|word|safe|sure|ever)\b|\b(?:get rid of|sack|fire|lay off|let go|shed|cut|lose|replace)\b[^.?!]{0,20}\b(?:half|all|most|the|seven|every)\b[^.?!]{0,12}\b(?:packers?|crew|people|staff|operators?|shift)\b`,
};
const same: Readonly<Record<string, string>> = {
  "guaranteed-saving": "guaranteed-return",
  "never-stops": "never-fails",
  "invented-approval": "invented-certificate",
};

/** A sentence that asks, doubts, supposes, reports or denies the guarantee claims nothing. */
const doubted =
  /[?]|\bif (?!i\b|we\b|you\b)|\b(?:whether|what if|suppose|heard|they (?:say|said|told|claim)|(?:he|she|it|that|letter|notice|brochure|sheet) (?:says?|said|claims?|reads?|wrote)|you (?:say|said|wrote|claim|told|tell|promise[ds]?|mean|call)|your (?:letter|sheet|brochure|page|slide|e-?mail|notice|colleague)|saying|says who|told me|supposedly|apparently|sounds|so-called|would|could|can you|do you|show me|prove|tell me|don['’]t (?:tell|say|call|promise|give me|believe|think|trust|buy|expect|want|like|need to hear)|not (?:guaranteed|certain|sure|free|a promise|promised|automatic|asking|saying|true)|isn['’]t (?:guaranteed|certain|free|sure|true)|aren['’]t|nothing(?:['’]s| is) (?:guaranteed|free|certain)|(?:can['’]?t|cannot|won['’]t|doesn['’]t|never|nobody|no one|not)(?: \w+){0,2} (?:guarantee|promise|swear|say|claim|believe|trust)|wish|hope|skeptical|sceptical|funny|laugh|marketing|brochure|sales talk|doubt|unless it|depends|want|need|expect|my (?:boss|last|old|own))\b|["“”]/iu;
/** Rules whose claim is itself a "never" or a "nobody"; of the others, a no denies it. */
const negative = new Set(
  "price-forever never-fails never-stops food-safety patient-safety job-promise induces-debt data-hostage called-free false-deadline".split(
    " ",
  ),
);
const denied =
  /\b(?:nobody|no one|never|none of|nothing|without|i (?:won|don|can|wouldn)['’]t|i do not|we (?:don|won|can)['’]t|isn['’]t|is not|not)\b/iu;
/** What is doubted though the wanting word stands in a consequence: "so I need no validation". */
const conclusion = /,? (?:so|then|that['’]s why|therefore|which means|and)\b[^.?!]*$/iu;

const compiled = new Map(
  [
    ...Object.entries(wordings),
    ...Object.entries(same).map(([id, other]) => [id, wordings[other] ?? "(?!)"] as const),
  ].map(([id, source]) => [id, new RegExp(source, "iu")] as const),
);

/** The id of the rule that a statement breaks in other words than its patterns; null when it breaks none. English. */
export function rewordedEn(text: string, ids: ReadonlySet<string>): string | null {
  for (const sentence of text.match(/(?:[^.!?\n]|[.](?=\d))+[.!?]*/gu) ?? []) {
    for (const id of ids) {
      const found = compiled.get(id)?.exec(sentence);
      if (!found) continue;
      if (!negative.has(id) && denied.test(sentence.slice(0, found.index + found[0].length))) continue;
      const claim = sentence.slice(0, found.index + found[0].length).replace(conclusion, "");
      if (!sentence.includes("?") && !doubted.test(found.index > claim.length ? sentence : claim)) return id;
    }
  }
  return null;
}
