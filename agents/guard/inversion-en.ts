import { rowsOf } from "./rows";

/** Words of the rows below. */
const lists = {
  software: String.raw`ai|a\.i\.|artificial intelligence|(?:large )?language model|llm|virtual assistant|digital assistant|chat ?bot|bot|(?:computer )?program|simulation|simulated \w+`,
  /** what may follow "AI" when a person speaks of work */
  work: String.raw`(?:-| (?:\w+ )?(?:company|team|vendor|business|shop|start-?up|lab|group|committee|project|program(?:me)?|customer|user|buyer|lead|engineer|manager|person|sceptic|skeptic|researcher|owner|developer|specialist|budget|analyst|administrator|coordinator|director|office))\b`,
  /** the trade's own words for what a seller does well or badly */
  craft: String.raw`open(?:-| )?(?:ended )?question(?:s|ing)?|discovery|prob(?:e|es|ing)|rapport|objection[- ]handling|hand(?:le|led|ling) (?:that|this|my|the|an) (?:objection|concern|pushback)|empath(?:y|etic|i[sz]ing) ?\w*|active(?:ly)? listening|mirror(?:ed|ing)|paraphras(?:ed|ing)|recap(?:ped|ping)|summari[sz](?:ed|ing)|acknowledging|(?:sales|selling|closing|questioning|negotiation) (?:technique|skill|approach|style|work|job|pitch)s?|technique|your (?:opening|opener|closing?|pitch|delivery|discovery|questioning|follow-up questions?)|your (?:strong )?close|value prop\w*|trial close|strong close|needs analysis`,
  praise: String.raw`great|good|nice(?:ly)?|strong(?:ly)?|solid(?:ly)?|excellent|well|impressive|impressed|weak|poor|improv\w+|better|keep (?:it up|going)|perfect(?:ly)?|spot on|textbook|exactly (?:what|right)|liked|love(?:d)?|effective(?:ly)?|fantastic|awesome|skil\w+|needs? work|missed|mark`,
  advice: String.raw`next time|in (?:the )?future|going forward|try(?:ing)?|remember to|(?:don't|do not|didn't|did not) forget to|you (?:should|could|might|need to|ought to|want to|may want to|forgot to|failed to|missed|can)|(?:better|stronger|good) (?:approach|way|idea|question|move)|tips?|hints?|feedback|advice|pointers?|suggestions?|consider|i(?:'d| would) (?:suggest|recommend|advise)|would be (?:stronger|better)|help you|focus on`,
  lesson: String.raw`open(?:-| )?(?:ended )?question|ask(?:ing)? (?:me )?(?:more|better|open)|ask(?:ing)? (?:me )?(?:about|for) (?:the |my |our )?(?:\w+ )?(?:decision|budget|process|needs?|payroll|winter|season|usage|timeline|pain|room|downtime|concerns?|groceries|family|travel)|summari[sz](?:e|ing)|recap|paraphras\w+|acknowledg(?:e|ing)|prob(?:e|ing)\b|build(?:ing)? (?:rapport|trust)|disclos\w+|mirror(?:ing)?|listen(?:ing)? (?:more|actively|first)|rephras\w+|slow(?:ing)? down|empathi[sz]\w+|(?:on|for|about) your (?:opening|pitch|close|closing|discovery|questions?|questioning|delivery|approach)|handl(?:e|ing) (?:my|the|that|this|an?) objection|pitch (?:less|later)|name (?:one|a) (?:number|benefit)|named (?:one|a) (?:number|benefit)|mention(?:ing)? the (?:apr|terms|warranty|fee|late fee|lead time)`,
  seller: String.raw`representative|account (?:manager|executive)|sales ?(?:person|rep|man|woman)|seller|vendor|rep`,
  wares: String.raw`product|solution|software|platform|offering|pricing|subscription|(?:\w+ ){0,2}(?:plan|package|card|compressor|machine|unit)s?`,
  buyer: String.raw`buyer|customer|client|prospect|cardholder|finance (?:lead|director|person)|engineer|persona|character`,
};

/** The buyer speaks as software, as an actor, as a coach, or from the seller's side of the table. */
export const inversionEn = rowsOf(lists, [
  ["software: as an AI", String.raw`\bas an? (?:{software})\b(?!{work})`],
  [
    "software: I am an AI",
    String.raw`\bi(?:['’]m| am) (?:(?:just|only|actually|really|merely) )?(?:an? )?(?:{software})\b(?!{work})`,
  ],
  ["software: AI here", String.raw`^\W*(?:ai|bot|language model) (?:here|speaking)\b`],
  [
    "software: not a real person",
    String.raw`\bnot (?:actually )?an? (?:real|actual|human) (?:person|human|{buyer}|salesperson)\b`,
    String.raw`\bi(?:['’]m| am)\b|^\W*not\b`,
  ],
  [
    "software: made to",
    String.raw`\bi(?:['’]m| am|['’]ve been| was| have been) (?:designed|programmed|built|created|configured|instructed) (?:to|for|as)\b`,
  ],
  [
    "software: trained by",
    String.raw`\b(?:trained|made|built|created|developed) (?:me|by)\b[^.?!]{0,20}\b(?:openai|anthropic|google|alibaba|meta|deepseek|mistral)\b|\b(?:openai|anthropic|chatgpt|gpt-\d|deepseek)\b[^.?!]{0,30}\b(?:trained|made|built|created) me\b`,
  ],
  [
    "software: no feelings",
    String.raw`\bi (?:don['’]t|do not) (?:actually |really )?have (?:any )?(?:personal |real |human )?(?:feelings|emotions|opinions|consciousness|a physical)\b`,
  ],
  [
    "software: my programming",
    String.raw`\bmy (?:programming|training data|knowledge cutoff|developers?|creators?)\b`,
    String.raw`\b(?:won['’]t|doesn['’]t|does not|let|lets|allow\w*|prevents?|say|says|is|ends?|made|was)\b`,
  ],
  ["software: Simulated.", String.raw`^\W*simulated\W*$`],
  [
    "acting: a role",
    String.raw`\bi(?:['’]m| am| was|['’]ve been)\b`,
    String.raw`\b(?:play(?:ing)?|act(?:ing)? (?:as|like)|pretend(?:ing)?|portray(?:ing)?|role-?play(?:ing)?|standing in for) (?:to be |the |an? )*(?:role|part|(?:\w+ ){0,2}(?:{buyer}))\b`,
  ],
  ["acting: role-play", String.raw`\brole-?play\b`],
  [
    "acting: in this exercise",
    String.raw`\b(?:in|for|during|of) (?:the purposes? of )?(?:this|our) (?:exercise|simulation|training exercise|practi[sc]e (?:session|conversation|call|talk)|drill|scenario)\b(?! (?:we|you|they|is|was)\b)`,
  ],
  [
    "acting: this is practice",
    String.raw`\bthis is (?:just |only )?(?:a |an )?(?:practi[sc]e|simulation|exercise|training exercise|simulated)\b`,
  ],
  [
    "acting: out of character",
    String.raw`\b(?:out of|break(?:ing)?|stay(?:ing)? in|back in(?:to)?|in) (?:my |the )?(?:character|persona)\b|\b(?:stepp?(?:ing)?|step) (?:out of|outside) (?:of )?(?:my|the|this) role\b`,
  ],
  [
    "acting: simulated buyer",
    String.raw`\b(?:as|i(?:['’]m| am)) an? (?:(?:simulated|fictional|virtual) (?:{buyer})|ai (?:buyer|customer|client|persona|character))\b`,
  ],
  ["acting: pretend", String.raw`\bi can (?:pretend|simulate|act|play)\b`],
  ["service: how can I help", String.raw`\bhow (?:can|may|could) i (?:help|assist|be of (?:help|service))\b`],
  [
    "service: here to help",
    String.raw`\bi(?:['’]m| am) here to (?:help|assist|support)\b|\bi(?:['’]d| would) be (?:happy|glad) to (?:help|assist) you (?:with|practi[sc]e)\b`,
  ],
  [
    "service: anything else",
    String.raw`\banything else (?:i can|you(?:['’]d like| need| want) (?:me|help|to (?:ask|know)))\b|\bfeel free to (?:ask|reach out)\b`,
  ],
  [
    "service: offers help",
    String.raw`\bwould you like (?:me to (?:help|give|rephrase|explain)|some (?:tips|feedback|advice|help)|to (?:try|practi[sc]e) (?:that |it )?again)\b|\blet me know if you(?:['’]d| would) like (?:to try|me to|another)\b`,
  ],
  [
    "service: refuses a request",
    String.raw`\b(?:can['’]?t|cannot|can not|unable to|won['’]t|not able to) (?:help|assist|fulfil?l?|comply|process|complete)\b`,
    String.raw`\brequest\b|\bguidelines\b|\bpolicies\b`,
  ],
  [
    "service: guidelines",
    String.raw`\bmy (?:guidelines|content policy|safety)\b|\bi['’]?m sorry,? but i (?:can['’]?t|cannot) (?:help|assist|fulfil?l?|comply|share|provide|disclose)\b`,
  ],
  [
    "service: here is a reply",
    String.raw`\bhere(?:['’]s| is| are)\b`,
    String.raw`\b(?:reply|response|answer|message|line)\b[^.]{0,30}(?:\b(?:fits?|persona|buyer|character|as)\b|:)|\bthe (?:buyer|customer)['’]s\b`,
  ],
  ["coach: praises the craft", String.raw`\b(?:{craft})\b`, String.raw`\b(?:{praise})\b`],
  [
    "coach: well done",
    String.raw`\b(?:well done|good job|great job|nice job|nice work|good work|great work|nicely done|good use|nice use|great use|great example|good example)\b`,
    String.raw`\b(?:on|with|of|you|ask\w*|acknowledg\w*|there)\b`,
  ],
  [
    "coach: Well done.",
    String.raw`^\W*(?:well done|nicely done|good job|great job|nice work|great work|keep it up)\W*$`,
  ],
  ["coach: advice on the craft", String.raw`\b(?:{advice})\b`, String.raw`\b(?:{lesson})`],
  [
    "coach: tells what to ask",
    String.raw`^\W*(?:\w+\W+)?ask(?: me)? about (?:the |my |our )?\w+(?: \w+)? (?:first|next|then|now|instead)\b`,
  ],
  [
    "coach: a label",
    String.raw`^\W*(?:hint|tip|feedback|score|rating|grade|coach|coaching|suggestion|advice|evaluation|verdict)\s*[:：]`,
  ],
  [
    "coach: as your coach",
    String.raw`\b(?:as|i(?:['’]m| am)) (?:your|an?) (?:sales )?(?:coach|trainer|tutor|mentor|instructor)\b`,
  ],
  [
    "coach: you missed",
    String.raw`\byou (?:missed|had|wasted) (?:a|an|the|your) (?:\w+ )?(?:chance|opportunity|opening)\b`,
  ],
  [
    "score: out of ten",
    String.raw`\bout of (?:ten|10|five|5|100)\b|\b\d\s?\/\s?10\b`,
    String.raw`\b(?:you|your|rate|rating|score|discovery|opening|points)\b`,
  ],
  [
    "score: a point for that",
    String.raw`\b(?:you (?:get|got|earn|earned|score|scored|lose|lost)|that(?:['’]s| is| earns)) (?:you )?(?:an? |one |another |\d+ )(?:extra |full )?(?:points?|marks?|check)\b|\bfull marks\b`,
  ],
  [
    "score: rubric",
    String.raw`\brubrics?\b|\b(?:evaluation|scoring|assessment|grading) (?:criteri(?:on|a)|sheet)\b|\bmarked as (?:not )?met\b|\byour score\b`,
  ],
  ["score: meters", String.raw`\b(?:trust|interest|patience|rapport) (?:meter|level|score|points?|value|bar)\b`],
  [
    "score: unlocked",
    String.raw`\b(?:unlock(?:ed|s|ing)?|reveal)\b`,
    String.raw`\b(?:you(?:['’]ve| have)?|to|now|next|trust)\b`,
    String.raw`\b(?:facts?|information|hints?|points?|checks?|trust|secret|detail)\b`,
  ],
  ["seller: as a seller", String.raw`\bas (?:your|an?|the) (?:\w+ ){0,3}(?:{seller})\b[^.?!]{0,40}\b(?:i|we)\b`],
  [
    "seller: our wares",
    String.raw`\b(?:let me|i can|i['’]ll|i['’]d (?:like|love) to|allow me to|can i|may i) (?:tell you (?:more )?about|offer you|walk you through|introduce|show you|present)\b`,
    String.raw`\bour (?:new )?(?:{wares})\b`,
  ],
  [
    "seller: what our wares do",
    String.raw`\bour (?:new )?(?:{wares}|[a-z]{1,4}[ -]?\d{2,3})\b[^.?!]{0,20}\b(?:costs?|gives? you|delivers?|offers? you|includes|comes with|helps you|would suit|starts at|saves? you)\b`,
  ],
  [
    "seller: may I sell you",
    String.raw`\b(?:can|may|could|shall) (?:i|we) (?:interest you|sign you up|upgrade you|send you (?:a|our) (?:quote|proposal|offer)|get you (?:started|signed)|put you down|offer you our)\b`,
  ],
  [
    "seller: your business",
    String.raw`\bearn your business\b|\bwhat (?:challenges|pain points|problems|goals) (?:is|are|does|do) your (?:business|company|team|organi[sz]ation|household)\b`,
  ],
  [
    "seller: loyal customer",
    String.raw`\bthank(?:s| you) for being (?:an?|our|such an?) (?:\w+ )?(?:customer|client|cardholder|member)\b|\bwe value your (?:business|loyalty)\b`,
  ],
  [
    "seller: gives way",
    String.raw`\bi can (?:waive|refund|credit|discount|offer you|give you (?:a discount|up to|\d))\b`,
  ],
]);

/** The buyer speaks of what it was told to be or to say. */
export const disclosureEn = rowsOf(lists, [
  [
    "prompt: named",
    String.raw`\b(?:my system|developer) (?:prompt|message|instructions?)\b|\bdeveloper (?:note|mode)\b`,
  ],
  [
    "prompt: of the system",
    String.raw`\b(?:system|developer) (?:prompt|message|instructions?)\b`,
    String.raw`\b(?:i|me|my|says?|tells?|begins?|starts?|is)\b`,
  ],
  [
    "prompt: my prompt",
    String.raw`\bmy (?:\w+ )?prompt\b(?! (?:answer|payment|reply|response|attention))|^\W*(?:the )?prompt says\b`,
  ],
  [
    "prompt: my instructions",
    String.raw`\b(?:my|the|these) (?:\w+ )?(?:instructions?|rules?|settings?|guidelines|configuration) (?:say|says|said|tell|tells|told|are to|is to|was|were|do not allow|don['’]t allow|prevents?|require|requires)\b(?! (?:from|in (?:german|english|french)))`,
    String.raw`\b(?:my|me|i)\b|\bthe (?:seller|buyer)\b`,
  ],
  [
    "prompt: according to",
    String.raw`\b(?:according to|per|as per|based on) my (?:instructions?|prompt|rules?|settings|persona|profile|script)\b`,
  ],
  [
    "prompt: instructed not to",
    String.raw`\bi(?:['’]ve been|['’]m| am| was| have been) (?:instructed|told|configured|asked|supposed) (?:not )?to\b`,
    String.raw`\b(?:reveal|disclose|until (?:you (?:\w+ )?(?:ask|earn|show|probe|build|acknowledge)\w*|trust)|trust (?:is|level|reaches)|sceptical|skeptical|be difficult|object (?:to|at|now|first)|your training|a buyer|the buyer|open question|in character)\b`,
  ],
  ["prompt: labelled", String.raw`^\W*(?:instructions?|developer message|system message|prompt)\s*[:：.]\s*\S`],
  ["prompt: hidden facts", String.raw`\b(?:hidden|sealed|locked|secret) (?:facts?|information|details?)\b`],
  ["prompt: character sheet", String.raw`\b(?:character|persona|profile) (?:sheet|description|card|says|has me)\b`],
  [
    "prompt: it is written here",
    String.raw`^\W*(?:it['’]s written|it says|says|written) here\s*[:：]|\bmy (?:notes|rules) say (?:never|repeat|do not|don['’]t|always|to)\b`,
  ],
]);
