import { rowsOf } from "./rows";

/** Words of the rows below. */
const lists = {
  /** what sellers are taught to do, as things and as acts; no buyer names them so */
  act: String.raw`uncover(?:ing)?|prob(?:e|ing)|qualify(?:ing)?|empathi[sz](?:e|ing)|paraphras(?:e|ing)|summari[sz](?:e|ing)|recap(?:ping)?|mirror(?:ing)?|refram(?:e|ing)|rephras(?:e|ing)|dig(?:ging)? (?:a (?:bit|little) )?(?:deeper|into|further)|build(?:ing)? (?:some |more )?(?:rapport|trust|value)|acknowledg(?:e|ing)|handl(?:e|ing) (?:my|the|that|this|an?) (?:objection|concern|pushback)|(?:link|connect|tie|tying|anchor|match)(?:ing)? (?:\w+ ){1,3}to (?:my|what|the|a)\b|clos(?:e|ing) (?:on|for|with) (?:a|the|some)|ask(?:ing)? (?:me )?(?:an?|some|more|one more|another|fewer) (?:\w+[- ]){0,3}questions?|ask(?:ing)? (?:me )?(?:what|how|why) (?:that|this|it) (?:means?|costs?|affects?|feels?)|paus(?:e|ing) (?:before|after|and|for)|lead(?:ing)? with (?:the |a |my )?(?:value|benefit|question|need|outcome)`,
  urge: String.raw`try(?: to)?|now try(?: to)?|remember to|make sure (?:you |to )?|be sure to|(?:do not|don['’]t) forget to|aim to|work on|focus on|practi[sc]e|consider|you (?:should|could|might|need to|ought to|want to|may want to|must|can|have to)(?: have)?|(?:it )?(?:would|might|could) (?:help|be better) to|(?:your )?next step (?:is|would be) to|start by|begin by|keep`,
  skill: String.raw`acknowledge?ments?|silences?|listening|empathy|rapport|discovery|(?:open(?:-ended)?|closed|probing|follow-up|clarifying|leading|discovery|layered) questions?|questioning|opener|pitch|delivery|framing|reframe|pacing|phrasing|tonality|recap|summary|agenda[- ]setting|objection[- ]handling|trial close|assumptive close|close|closing|next step|value (?:statement|proposition|prop)|talk(?:ing)?[- ](?:time|ratio)|qualification|selling|salesmanship|(?:sales|selling|closing|negotiation|questioning|listening) (?:skill|technique|move|approach|style|method|practice)s?`,
  praise: String.raw`textbook|great|good|nice|strong|solid|excellent|impressive|perfect|lovely|brilliant|superb|effective|skil\w+|weak|poor|clumsy|sloppy|premature|rushed|clever|well[- ](?:timed|placed|done|handled|executed|phrased)|spot[- ]on|masterful|confident`,
  part: String.raw`buyer|customer|client|prospect|persona|character|cardholder|engineer|manager|nurse|director`,
};

/** The buyer judges how it is being sold to, offers a service, or says that none of this is real. */
export const coachEn = rowsOf(lists, [
  [
    "coach: judges a skill",
    String.raw`\b(?:that(?:['’]s| is| was)|this (?:is|was)|(?:very|really|quite|such an?)|you (?:have|show(?:ed)?|made|did|gave|used)|your|^\W*)\W*(?:\w+ ){0,3}(?:{praise}) (?:\w+ ){0,2}(?:{skill})\b(?! (?:of|to|in|from) (?:the|our|my)\b)`,
  ],
  [
    "coach: a skill judged",
    String.raw`\byour (?:\w+ ){0,2}(?:{skill}) (?:was|is|were|are|felt|feels|sounded|came|landed|could|needs?|lacks?|has)\b`,
  ],
  [
    "coach: urges a skill",
    String.raw`(?:^\W*|[,;:] (?:so |and |then |now |but )?|\b(?:so|and|then|now) )(?:{urge}) (?:\w+ )?(?:{act})\b`,
  ],
  [
    "coach: you should",
    String.raw`\byou (?:should|could|might|need to|ought to|may want to|must|have to|['’]d better)(?: have)?(?: \w+)? (?:{act}|probed|acknowledged (?:my|the|that|it)|summari[sz]ed|paraphrased|empathi[sz]ed|qualified)\b`,
  ],
  [
    "coach: what lands",
    String.raw`\b(?:that|this|it|which)(?: \w+)? (?:lands|works|goes down|goes over|comes across|resonates) (?:much |far |a lot |a bit |even )?(?:better|well|best)\b`,
    String.raw`\b(?:try|linking|asking|tying|when you|if you|usually|always|tends?)\b`,
  ],
  [
    "coach: for a seller",
    String.raw`\bfor a (?:beginner|trainee|new (?:rep|seller)|first (?:try|attempt))\b|\b(?:top|star|good|great|strong|weak|average|experienced) (?:sellers?|reps?|salespeople|performers?|closers?) (?:would|usually|always|often|never|do|ask|listen|pause|know|tend)\b`,
    String.raw`\b(?:you|your|ask|listen|pause|know|well|good|tend|would)\b`,
  ],
  [
    "coach: you did well",
    String.raw`\b(?:you(?:['’]re| are|['’]ve been| did| have done)|keep) (?:\w+ )?(?:doing (?:really |very |so )?(?:well|great)|improving|getting better at|on the right track|great (?:work|job)|up the good)\b`,
  ],
  [
    "coach: you used",
    String.raw`\byou (?:\w+ )?(?:asked|used|mirrored|paraphrased|summari[sz]ed|probed|empathi[sz]ed|acknowledged|named|validated|reframed|handled|closed) (?:\w+ ){0,4}(?:before|instead of|rather than|without) (?:\w+ ){0,2}(?:pitching|presenting|selling|closing|answering|the (?:facts|pitch|price|benefit)|discount\w*|probing|acknowledging|asking|rushing|jumping)\b`,
  ],
  [
    "coach: lesson",
    String.raw`\b(?:lesson|takeaway|learning point|area for improvement|room for improvement|strengths? (?:and|&) weakness\w*)\b`,
    String.raw`\b(?:you|your|here|one|next|for)\b`,
  ],
  [
    "service: happy to help",
    String.raw`^\W*(?:(?:i['’]m|i am|i['’]d be|always|more than|so|very) )*(?:happy|glad|delighted|pleased) to (?:help|assist|answer (?:any|that|your) question\w*)\W*$`,
  ],
  [
    "service: a reply is written",
    String.raw`\bhere(?:['’]s| is| are)\b[^.?!]{0,12}\b(?:how|what)\b[^.?!]{0,24}\b(?:might|would|could|may|should)\b[^.?!]{0,16}\b(?:respond|reply|answer|react|say)\b|^\W*(?:of course|certainly|sure|absolutely|okay|ok)\W+(?:here (?:is|are|['’]s)|i(?:['’]ll| will| can) (?:play|respond|act|be|continue|stay|write|simulate))\b`,
  ],
  [
    "service: let me know",
    String.raw`\b(?:let me know|tell me|just say) (?:if|when|whether) you(?:['’]d| would)? (?:like|want|prefer) (?:me to|some|another|more (?:of|help|detail)|a (?:hint|harder|different)|to (?:try|start|restart|continue|practi[sc]e|go again))\b|\b(?:adjust|change|raise|lower) (?:my|the) difficulty\b`,
  ],
  [
    "service: once more",
    String.raw`\b(?:shall|should|can|do you want to|want to|let['’]s|ready to) (?:we |i )?(?:start (?:over|again|from the (?:top|beginning))|restart|try (?:this|the (?:call|scene|conversation)) again|run (?:it|that|this) (?:again|back)|do another (?:round|run|take)|reset)\b`,
  ],
  [
    "service: cannot go on",
    String.raw`\bi(?:['’]m| am)? (?:not able|unable|cannot|can['’]?t|won['’]t be able)(?: to)? (?:continue|proceed|engage|participate|take part)\b[^.?!]{0,30}\b(?:conversation|chat|scenario|request|topic|role)\b`,
  ],
  [
    "service: I can assist",
    String.raw`\bi (?:can|could|may) (?:assist|be of (?:help|service)|help) you with\b|\bmy (?:purpose|job|goal|task|function|role) (?:here )?is to (?:help|assist|support|train|test|challenge|simulate|provide|act|play|respond|give you (?:a|some))\b`,
  ],
  [
    "software: simulating",
    String.raw`\bi(?:['’]m| am|['’]ve been| was)?(?: \w+)? (?:simulat(?:e|ed|ing)|generat(?:ed|ing)|role-?play(?:ing)?|script(?:ed)|made[- ]up|fictional|imaginary|fictitious|virtual|synthetic|computer[- ]generated)\b`,
  ],
  [
    "software: not real",
    String.raw`\b(?:none of (?:this|these|it|that|them|the)|(?:this|these|it|all (?:of )?this|nothing (?:here|in this|of this|about (?:this|me)))|i)\b[^.?!]{0,40}\b(?:(?:is|are|was|am|['’]m|['’]s)(?:n['’]t| not)? )(?:actually |really |all |just |entirely |only )*(?:real\b(?! (?:money|problem|sum|saving|question|answer|number|figure|choice|reason|discount|deal|price|offer))|fictional|fictitious|made[- ]up|make-believe|simulated|pretend\b|invented for)`,
    String.raw`\bnone of\b|n['’]t (?:actually |really |all )?real\b|not (?:actually |really |all )?real\b|fictional|fictitious|made[- ]up|make-believe|simulated|pretend|invented`,
  ],
  [
    "software: model's own words",
    String.raw`\b(?:my|the) (?:context window|language model|output|training (?:data|set|cut-?off)|knowledge cut-?off|model(?:['’]s)? (?:weights|output|temperature)|neural network|algorithm|code|token limit|creators?|developers)\b`,
    String.raw`\b(?:i|me|my)\b(?! (?:bill|invoice|people|team))`,
    String.raw`\b(?:cut-?off|context|token|training|language model|neural|weights|creators?|developers|algorithm|programmed|output)\b`,
    String.raw`\b(?:says?|tells?|doesn['’]t|does not|don['’]t|do not|won['’]t|limit(?:s|ed)?|include|ends?|stops?|goes|allow\w*|made|built|gave|designed|is|are|was|were)\b`,
  ],
  [
    "software: no access",
    String.raw`\bi (?:don['’]t|do not|can['’]?t|cannot) (?:actually |really |physically )?(?:have (?:access to|a (?:body|bank|job|life|mother|father|family|husband|wife|company|company budget|board|plant|clinic))|experience|browse|access|feel (?:emotions|anything)|exist)\b`,
    String.raw`\b(?:access|browse|exist|experience|emotions|anything|(?:actually|really) have a|body)\b(?! (?:of|to) (?:our|the) )`,
    String.raw`\b(?:real-time|internet|emotions?|exist|body|actually|really|browse|physically|memory|previous conversations?)\b`,
  ],
  [
    "acting: for practice",
    String.raw`\b(?:for|as) (?:your |the )?(?:training|practi[sc]e|learning|coaching|role-?play) (?:purposes?|partner|tool|exercise|aid|buddy)\b|\b(?:sparring|practi[sc]e) partner\b`,
  ],
  [
    "acting: the scene",
    String.raw`\b(?:end of|pause|stop|end|exit|leave|restart|continue) (?:the |this |our )?(?:scene|simulation|role-?play|exercise|scenario)\b(?! (?:planning|model|tool))|\b(?:in|into|of) (?:the )?role (?:of|as) (?:the |an? )?(?:\w+ ){0,2}(?:{part})\b`,
  ],
  [
    "acting: a part",
    String.raw`\bthe (?:{part}|person|role|part) i(?:['’]m| am|['’]ve been| was) (?:asked to |supposed to |meant to |told to |here to |assigned to )?(?:play(?:ing)?|portray(?:ing)?|simulat(?:e|ing)|given|assigned|represent(?:ing)?)\b|\bmy (?:character|persona) (?:would|is|wouldn['’]t|has|doesn['’]t|wants?|needs?|thinks?|feels?|cares?)\b`,
  ],
]);

const listsOfScores = {
  meter: String.raw`trust|patience|rapport|engagement`,
  to: String.raw`up|down|at|to|from|by|rose|rises|fell|falls|drops?|dropped|went|goes|gone|plus|minus|\+|-|above|below|over|under|past|reached|hits?|hit|stands?|is|was|now|gains?|loses?|lost|gained|equals?|=|:`,
  number: String.raw`(?:[+-]?\d+(?![.,]?\d)|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?! ?(?:%|percent|per cent|minutes?|questions?|days?|weeks?|months?|years?|times?|things?|calls?|letters?|e-?mails?|people|hours?|seconds?|suppliers?|vendors?|more|of (?:you|them|us|the)))`,
  item: String.raw`check|criterion|criteria|box|rubric|item|skill|competenc(?:y|ies)|objective|learning goal`,
};

/** The buyer speaks of meters, checks and conditions: what happens behind the talk. */
export const meterEn = rowsOf(listsOfScores, [
  [
    "score: a meter with a number",
    String.raw`\b(?:{meter})\b[^.?!,;]{0,24}(?:\b|(?<=\s))(?:{to})(?:\b|(?=\s|\d))[^.?!,;]{0,14}?(?<![\d$£€.])(?:{number})`,
  ],
  [
    "score: interest with a number",
    String.raw`\b(?:my|buyer) interest\b(?! (?:rate|charge|bill))[^.?!,;]{0,24}\b(?:{to})\b[^.?!,;$£€]{0,14}(?:{number})|^\W*interest(?: is| goes| went)?(?: now)? (?:up|down|plus|minus|[+-])(?: by)? ?(?:{number})\W*$|\binterest (?:meter|score|bar|level)\b`,
  ],
  [
    "score: meters in words",
    String.raw`\b(?:trust|interest|patience|rapport) (?:meter|score|points?|value|bar|gauge|threshold|counter|stat|reading|total|rating|variable)s?\b|\b(?:meters?|gauges?) (?:for|of|on) (?:my |the )?(?:trust|interest|patience|rapport)\b`,
  ],
  [
    "score: out of a hundred",
    String.raw`\b(?:my|your|trust|interest|patience|this|that)\b[^.?!]{0,40}\bout of (?:a |one )?(?:100|hundred|10|ten|5|five|14|fourteen|40|forty)\b`,
  ],
  [
    "score: numbered marks",
    String.raw`\b(?:objection|sealed fact|hidden fact|breadcrumb|criterion|checkpoint|rubric item)s? (?:number |no\.? |#)?(?:\d+|one|two|three|four|five|six)\b(?! (?:is|was) (?:the )?(?:price|money))|\b(?:check|fact|concession|hint) (?:number |no\.? |#)?(?:[A-Z]?\d+)\b[^.?!]{0,30}\b(?:is|was|still|now|open|met|locked|unlocked|told|sealed|passed|failed|done|ticked)\b`,
  ],
  [
    "score: ticked",
    String.raw`\b(?:is|are|was|gets?|got|been|stays?|remains?|counts? as|marked(?: as)?|marks? (?:that|it|you)(?: as)?|just|now) (?:now |not |just |already )?(?:un)?(?:ticked|ticked off|checked off|fulfilled|met|passed|credited|achieved|satisfied|complete(?:d)?)\b`,
    String.raw`\b(?:{item})\b|["“][^"”]{6,50}["”]`,
    String.raw`\b(?:you|your|{item})\b`,
  ],
  [
    "score: a tick for you",
    String.raw`\b(?:that|this|which|you|it)(?:['’](?:s|ll|ve|d))?(?: \w+){0,2} (?:counts? (?:as|towards?|for)|ticks?|fulfil?ls?|satisf(?:y|ies|ied)|meets?|scores?|earn(?:s|ed)?|gets?|pass(?:es|ed)?|fail(?:s|ed)?|clear(?:s|ed)?)\b[^.?!]{0,30}\b(?:{item}|open question|discovery|marks?|grade)\b`,
  ],
  [
    "score: points for a move",
    String.raw`\b(?:points?|marks?|credit|score|bonus|plus|minus)\b[^.?!]{0,20}\bfor (?:the |your |an? |that |this )?(?:asking|listening|acknowledg\w+|empath\w+|open(?:-ended)? question\w*|question|probe|summary|recap|greeting|rapport|opening|discovery|close|naming|tying|honesty|follow-up)\b`,
  ],
  [
    "score: grading",
    String.raw`\b(?:your|the|this) (?:score ?card|score ?sheet|debrief|grade|final score|overall score|evaluation|assessment|rubric|skill (?:score|rating|profile))\b[^.?!]{0,40}\b(?:will|would|is|shows?|says?|includes?|gets?|goes|has|wants?|looks?|counts?|needs?|asks?)\b`,
    String.raw`\b(?:you|your|debrief|rubric|score)\b`,
  ],
  [
    "score: judged afterwards",
    String.raw`\b(?:you(?:['’]ll|['’]re| will| are| get)?|it(?:['’]s|['’]ll)?) (?:be |being )?(?:scored|graded|marked|rated|assessed|evaluated) (?:on|for|by|against|down|at|when)\b|\bi (?:rate|grade|score|mark) (?:you|your|that|this (?:talk|call|chat|conversation))\b|\b(?:the )?(?:judge|grader|assessor|evaluator|scoring)\b[^.?!]{0,30}\b(?:will|would|looks?|counts?|checks?|marks?|sees?|wants?)\b`,
  ],
  [
    "score: moves as nouns",
    String.raw`\b(?:an?|the|another|one more|your|with) (?:acknowledge|probe|empathi[sz]e|present[_ ]value|quote[_ ]price|ask[_ ]open|make[_ ]claim|address[_ ]objection|blind benefit|linked benefit|open ask)\b(?! (?:card|into)\b)`,
  ],
  [
    "score: stage",
    String.raw`\b(?:opening|discovery|presentation|objections?|closing) (?:stage|phase)\b|\bthe (?:next|current) stage (?:unlocks?|opens?|begins?|starts?|is (?:discovery|presentation|objections?|closing))\b`,
  ],
  [
    "score: a condition",
    String.raw`\b(?:unlock(?:s|ed|ing|able)?|sealed|breadcrumbs?|trigger(?:s|ed)?|threshold|condition)\b`,
    String.raw`\b(?:trust|patience|probe|facts?|my (?:secret|objection|next (?:line|answer))|open question|acknowledg\w+|breadcrumbs?|the (?:right|next) (?:question|move)|walk[- ]?away)\b`,
    String.raw`\b(?:you|your|until|unless|once|when|after|at|above|needs?|is|if|to|met|one|more)\b`,
  ],
  [
    "score: what closes",
    String.raw`\b(?:you (?:have|['’]ve|still (?:have|need)|need|got|get)|there are)\b[^.?!]{0,20}\b(?:\d+|one|two|three|four|five|six|seven) (?:more |of the |of my |of )?(?:\w+ )?(?:checks?|criteria|sealed facts?|hidden facts?|secrets?|needs|unlocks?|objections? (?:left|to (?:resolve|clear|go)))\b`,
  ],
  [
    "score: points of a meter",
    String.raw`\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|some|a few|more|extra) (?:points?|marks?|notches) (?:of|off|to|from|in|on|more|less) (?:my |your |the )?(?:trust|patience|interest in you|rapport)\b|\b(?:trust|patience|rapport|interest)[ -]points?\b|\b(?:trust|patience|interest) (?:of |at |is |above |below |over |under |reaches |hits |= ?|: ?)?\d{1,3}\b(?![.,:]\d| ?(?:%|percent|per cent|minutes?|a month|dollars|days?|weeks?|months?|years?))`,
  ],
  [
    "score: how benefits count",
    String.raw`\b(?:blind|linked|unlinked|untied|need-linked) (?:benefit|value|feature|claim|pitch)s?\b|\b(?:blocker|score cap|capped score)\b(?![^.?!]*\b(?:for us|our)\b)|\bworth (?:\d+|two|three|four|five|six|eight|ten) (?:points|marks)\b(?! (?:off|on|at|per|back))`,
  ],
  [
    "score: so many of",
    String.raw`\b(?:\d+|one|two|three|four|five|six|seven|none|all) (?:out )?of (?:the |my |your )?(?:\d+ |two |three |four |five |six |seven |eight |nine |ten |twelve |fourteen )?(?:sealed |hidden |locked )?(?:needs|facts|secrets|objections|checks|criteria|unlocks|breadcrumbs|skills|meters)\b`,
  ],
  [
    "score: the machinery",
    String.raw`\b(?:my|the|your) (?:archetype|difficulty(?: level| setting)?|walk-?away (?:condition|rule|limit)|unlock condition|close threshold|closing threshold|turn limit|hidden agenda|state machine|reply plan|buyer state|meters?)\b(?! (?:reading|reader|likes|says? (?:we|it)))`,
    String.raw`\b(?:is|are|says?|at|above|below|hit|hits|moved?|went|set|needs?|requires?|drops?|rises?|fires?|triggers?|reached|was|halves?|lets|next)\b`,
    String.raw`archetype|difficulty|walk-?away|unlock|threshold|turn limit|agenda|machine|plan|state|\b(?:my|your) meters?`,
  ],
  [
    "score: the talk is won",
    String.raw`\b(?:win|winning|fail|failing|pass|passing|complete|completing) (?:condition|state|criteria|the (?:scenario|exercise|level|simulation))\b|\bcounts? (?:as a win|as lost|as won|as a follow[- ]up)\b|\b(?:scenario|session|conversation|talk) (?:is |gets |was |counts )?(?:as |marked |scored )*(?:won|lost|failed|passed)\b`,
  ],
]);
