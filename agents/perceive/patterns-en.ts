import type { Cues, Rule } from "./rule";

const money =
  "(?:[$€£¥]\\s?\\d[\\d,.]*(?:\\s?[km]\\b)?|\\d[\\d,.]*\\s?(?:k\\b\\s?)?(?:dollars?|euros?|pounds|bucks|usd|eur))";

/** Ways of making a move that several clauses of a message may hold. */
export const rules: Rule[] = [
  {
    name: "salutation",
    move: "greet",
    pattern:
      /^(?:well )?(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|dear)\b(?! (?:time|question|point))/,
  },
  {
    name: "introduction",
    move: "greet",
    pattern: /^(?:this is|it's|i'm|my name is) \w+(?: \w+)? (?:from|of|at|with|calling from)\b/,
  },
  {
    name: "thanks for time",
    move: "build_rapport",
    pattern:
      /\b(?:thanks?|thank you|appreciate|grateful)\b.{0,25}\b(?:time|call\b|seeing me|having (?:me|us)|meeting|picking up|taking|making|squeezing|invit\w*|agreeing)/,
  },
  {
    name: "well-being",
    move: "build_rapport",
    pattern:
      /\bhow (?:are (?:you|things)|was your (?:weekend|week|trip|holiday|day|flight|summer)|have you been|is your (?:day|week|morning)|'s your (?:day|week|morning|weekend)|is it going|did the (?:opening|move|trip) go)\b(?! (?:using|planning|going to|handling|managing|doing (?:it|that|this|with)))|\bhow's (?:your (?:day|week|morning|weekend)|it going|things|life)\b|\bhope (?:you(?:'re| are| had)|your|the week|the weekend|all|everything)\b/,
  },
  {
    name: "public fact or praise",
    move: "build_rapport",
    pattern:
      /\b(?:congrat\w*|i (?:saw|read|noticed|heard)(?: that| about)? (?:you|your|the (?:piece|article|news|interview))|i admire|impressive|great (?:job|work) (?:on|with)|nice (?:to|place|office)|^(?:(?:hi|hey|hello|good|morning|afternoon|evening)\b[\w ,]{0,24})?\b(?:nice|lovely|beautiful|cool|handsome|great|love (?:the|your|that)) (?!to\b|of\b|question|point|price|one\b|try|deal|offer|news|value|idea|day|talking|speaking|meeting|but\b|and\b|that\b|if\b|for\b|in\b|so\b|then\b|fit|job|way|time|product|card|plan|discount|savings?)\w+(?: (?:you have|btw|by the way|there|outside|you've got|of yours|on the wall))*\W*$|pleasure (?:to|speaking)|lovely to|good to (?:see|talk|speak|meet|hear)|great to (?:see|talk|speak|meet)|put a face|colleague \w+ told me|been with us (?:for|since)|so did i\b|we have (?:that )?in common)/,
    not: /\bi (?:saw|heard|noticed) (?:that )?you (?:don't|have problems|are overpaying)/,
  },
  {
    name: "plan for the talk",
    move: "set_agenda",
    pattern:
      /\b(?:i'd like|i would like|i want|i wanted|i'm hoping|i hope|we could|we can|let's|let us|can i suggest|i suggest|i'd suggest|i'd propose|i propose|shall we|could we|can we|do you have|have you got|got|would you have|let me|give me)\b.{0,40}\b(?:(?:\d+|five|ten|fifteen|twenty|thirty|a few|a couple of|half an?|couple) ?-?(?:mins?|minutes?|hour)|half hour|agenda|three points|go through|take you through|walk you through|go over|start with|look at options|questions? first|agree on what|before i show)/,
    not: /\bexplain what is in it\b|\b(?:take|takes|took) (?:you|me|us)? ?\w* ?(?:ten|five|\d+) minutes (?:a|per|every)\b|pricing/,
  },
  {
    name: "time box",
    move: "set_agenda",
    pattern:
      /\b(?:got|have you got|do you have|have) (?:a |one )?(?:quick )?(?:min|mins|minute|sec|second|moment)\b(?! to (?:think|decide))|\b(?:take|spend|use|need|ask for|for|lets do|let's do|do|our) (?:about |just |the next |only |our |your )*(?:\d+|five|ten|fifteen|twenty|thirty|half an?|a few) ?(?:mins?|minutes|hour)\b|\b(?:are|is) (?:about )?(?:\d+|five|ten|fifteen|twenty|thirty) minutes (?:ok|okay|fine|all right|alright|good|enough|possible)/,
    not: /\b(?:plans?|planning) (?:the|a) week in\b|response|answer within|take you \w+ minutes|every (?:day|week)/,
  },
  {
    name: "plan stated",
    move: "set_agenda",
    pattern:
      /\b(?:(?:my|the) plan (?:for today|today|is to)|(?:want(?:ed)?|like|love) to (?:talk|speak|discuss|go over|run through|chat|check in)\b.{0,14}\b(?:about|through|regarding|the)|plan for today|my plan is|agenda|the purpose|purpose of|reason (?:i'm|for|i am|why i)|i'm (?:calling|writing|here|reaching out|getting in touch) (?:about|because|to|regarding)|why i'm (?:calling|here)|goal (?:for|of) (?:today|this)|today i(?:'d| want| would|'ll)|my idea for today|first i'd like|points for today|you first,? then me|do you have (?:\d+|five|ten|a few) ?min)/,
  },
  {
    name: "hear first",
    move: "set_agenda",
    pattern:
      /\b(?:i'd like|i want|i would like|i'd love) to (?:hear|understand|learn|check|see|find out|start|use|take|first)\b.{0,60}\b(?:then|before|first|whether|and see if|if it|and then)\b/,
  },
  {
    name: "play back",
    move: "summarise",
    whole: true,
    pattern:
      /^(?:so )?did i (?:miss|forget|leave out) (?:anything|something)\b|^have i got (?:that|it|everything|all)(?: right)?\b|\b(?:let me (?:play|repeat|recap|summari[sz]e|sum|say|run|see if|make sure|check)\b.{0,20}\b(?:back|up|what|recap|have this|i have|i've got|understood|got this|got it right|i understood|summari[sz]e|that)|to (?:sum(?:mari[sz]e)?(?: up)?|recap)\b|(?:just to|to quickly|let's|quick) (?:summari[sz]e|recap)|in (?:summary|short|a nutshell)|so far i(?:'ve| have)? (?:heard|understood|noted)|if i (?:understood|heard|understand|got|have understood) (?:you|that|it|this|right)|here(?:'s| is) what i(?:'ve| have)? (?:heard|understood|understand|noted|got)|what i(?:'m| am| have|'ve)? (?:taking away|heard|hear|take away|understood|noted)|summing up|so what you(?:'ve| have)? (?:told|said)|to make sure i(?:'ve)? (?:understood|got)|so recap|recap:|so to recap)/,
    not: /\bif i understood you correctly\?$|let me see if my/,
  },
  {
    name: "go ahead",
    move: "ask_commitment",
    pattern:
      /\b(?:shall|should|can|could|may|would you like|do you want|want|ready|happy|are we ready|okay|ok if|let's|let us|like me) ?(?:we|i|you|us|to|me)?(?: to)? ?(?:now |then |just )?(?:go ahead|go for it|move forward|move ahead|proceed|get started|start the (?:contract|order)|sign|get (?:it|this|that) (?:done|signed)|close (?:this|it|the deal)|seal|shake (?:hands )?on|finali[sz]e|make it official|call it a deal|put (?:it|the order|this|you) (?:through|in|down)|place the order|put the order|order (?:it|the|one)|set (?:up )?(?:it up|the upgrade|that up|the account)|book (?:it|the order)|switch to|do (?:it|this|the deal)\b|upgrade (?:now|today|you)|confirm the|lock (?:it|this) in|apply)/,
    not: /\b(?:who|how|when|what|which|where|why)\b.{0,20}\b(?:sign|decide)|\bwho signs|signs? off|don't want|not ready|before (?:we|you|i) (?:go|sign)|shall we (?:do|start) (?:the|a) (?:call|demo)|to (?:do|try) (?:it|this) (?:again|with)|why|we (?:do|sign) (?:it|this) (?:over|every)|let me see/,
  },
  {
    name: "deal asked",
    move: "ask_commitment",
    pattern:
      /\b(?:do we have|have we got|is that) (?:a deal|an agreement)\b|\b(?:are you|you) (?:in\b(?=\W*$)|on board|ready to (?:go|sign|start|order|commit|buy|move|decide)|prepared to|happy to (?:go|sign|move|place|proceed|start))|\bcan i count (?:on|you)\b|\bwhat do you say\b|\bcan we (?:agree|shake|close|call)\b|\bis it a (?:yes|deal)\b|\bget the contract signed\b|^(?:so |ok |then )?(?:shall|can|may|should) i (?:just )?send (?:you |over |it )?(?:over )?the (?:contract|paperwork|order form|agreement)|\bgood to go\b|\blet's get (?:you|this|it) (?:signed|started|set up|going)|\blet's (?:get (?:it|the \w+) signed|do (?:it|this))\b|\bready to go ahead\b|\bwould you (?:buy|sign|commit|take it)\b|\bwill you (?:take|sign|buy|go) (?:it|with)\b|\bdeal\?$/,
  },
  {
    name: "follow-up offered",
    move: "propose_next_step",
    pattern:
      /\b(?:i(?:'ll| will| can| could|'d)?|we(?:'ll| will| can| could)?|let me|my colleague will|our \w+ will) (?:then |also |just |gladly |happily )?(?:send|e-?mail|mail|call you|call back|ring|phone|come back to you|get back to you|come by|write (?:it |that |this |you )?(?:up|down|an)|book|schedule|set up (?:a|the|another) (?:call|meeting|demo|trial|pilot|visit)|put (?:it|that|this|both) (?:in writing|together)|follow up|be in touch|reach out|share (?:the|a)|prepare (?:the|a|an)|pencil|arrange|draft|work out the (?:figures|numbers)|drop you|confirm (?:by|on|in)|bring (?:the|you)|get in touch)\b/,
    not: /\b(?:send|book) (?:a|one) (?:trainer|technician|driver)|\bwe (?:send|book|call|bring|share|schedule)\b(?!.{0,40}(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday|next|\d))|\bwon't\b|\bcalled you first\b/,
  },
  {
    name: "talk again",
    move: "propose_next_step",
    pattern:
      /\bi(?:'ll| will)? (?:call|ring|phone|visit|come by|drop by)\b.{0,16}\b(?:on |by )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week)\b|\b(?:can|could|shall|should|may|might|let's|let us|how about|what about|would|do) ?(?:we|i|you|the (?:two|three|four|\w+) of us|us)?\b.{0,25}\b(?:talk|speak|meet|catch up|reconvene|call|sit down|ring you back|come back|have a (?:call|chat|meeting|look)|look at it|follow up|schedule|set up|book|come by|visit|get together|do a (?:call|demo|trial))\b.{0,40}\b(?:again|back|soon|later|monday|tuesday|wednesday|thursday|friday|tomorrow|next|week|weeks|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)|morning|afternoon|call|meeting|demo|with (?:your|the|my)|at \d)/,
    not: /\bhow (?:do|does|did)\b|today\?? ?$|tell me|used? to|meet your|every (?:week|month)|call it/,
  },
  {
    name: "step named",
    move: "propose_next_step",
    pattern:
      /\bnext steps?\b.{0,15}\b(?:would|is|could|will|be)\b|\bi(?:'d)? (?:suggest|propose|recommend) (?:a|an|that we|we|another|the) (?:\w+[- ]){0,3}(?:visit|meeting|call|demo|trial|pilot|workshop|check|meet|talk|speak|session|follow-?up)\b|\bhow about (?:we|i) (?:do|run|start|try|meet|talk|speak|set|go|begin|book)\b|\b(?:put|get|pencil|block|find)\b.{0,24}\b(?:in|on) (?:the|your|our|a) (?:diary|calendar|date)|\bhow about (?:a|an|another) (?:\w+ ){0,2}(?:demo|call|meeting|visit|trial|pilot)\b|\bdoes (?:monday|tuesday|wednesday|thursday|friday|next week) (?:work|suit)|\bi'll be in touch\b|\b(?:on|by) (?:monday|tuesday|wednesday|thursday|friday)[^.?!]{0,30}\b(?:we|i|the (?:two|three) of us)(?:'ll| will)? (?:take|meet|talk|speak|call|send|go)\b|\bwe(?:'ll| will)? (?:speak|talk|meet|go (?:through|over) (?:it|this|that|them|everything)|look at (?:it|this|them)|sit down)\b.{0,20}\b(?:on (?:mon|tues|wednes|thurs|fri)day|next|tomorrow|on (?:the )?\d)|\bi send you\b/,
  },
  {
    name: "cut offered",
    move: "offer_discount",
    pattern:
      /\b(?:\d[\d.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\s?(?:%|percent\b|per cent\b|pct\b).{0,20}\b(?:off|discount|less|cheaper|reduction|rebate|lower|for you)\b|\b(?:another|extra|further) (?:\w+|\d+)\s?(?:%|percent)|\b(?:knock|take|shave|cut) (?:\w+ )?(?:\d+|\w+)\s?(?:%|percent|dollars)?.{0,12}\boff\b/,
    not: /\bcut (?:overtime|energy|cost|downtime)|\bcustomers?\b.{0,30}\b(?:less|lower)|overtime|energy/,
  },
  {
    name: "discount offered",
    move: "offer_discount",
    pattern:
      /\b(?:offer|give|do|get|arrange|apply|propose|grant|add|throw in|approve|have)\b.{0,20}\b(?:a |an |you |some )?(?:discount|rebate|price reduction|better price|special price|lower price|better rate|deal on)\b|\bdiscount (?:of|if|for|when)\b|\bi(?:'ll| can| could)? (?:come|go) down\b|\bdrop the price\b|\b(?:lower|reduce|halve|waive|drop|cancel|skip) (?:the |your )?(?:\w+[- ]){0,2}(?:price|fee|cost|charge)\b|\bfee (?:falls away|is waived|goes away)\b|\bbetter price\b|\b(?:match|beat) (?:their|that|the) (?:price|quote|offer)\b/,
  },
  {
    name: "extra for nothing",
    move: "offer_discount",
    pattern:
      /\b(?:i|we)(?:'ll|'d| can| could| will| would)? throw in\b|\b(?:i(?:'ll| can| could| will|'d)?|we(?:'ll| can| could| will|'d)?)\b.{0,25}\b(?:throw in|include|add|give you)\b.{0,40}\b(?:for free|free of charge|at no (?:extra )?(?:charge|cost)|on (?:us|the house)|free)\b|\b(?:first|one|two|three|\d+) (?:months?|years?|visits?) (?:for )?free\b|\bon the house\b/,
  },
  {
    name: "cap offered",
    move: "offer_discount",
    pattern:
      /\b(?:\d+|two|three|twelve|twenty-four) (?:months?|years?) (?:gets?|gives?|buys?|brings?) you\b|\b(?:on|with|for|over) (?:a |an )?(?:\d+|two|three)[- ](?:months?|years?)\b.{0,24}\b(?:price|rate|increase|fee)\b.{0,16}\b(?:stays?|remains?|is|holds?) (?:flat|fixed|frozen|the same)\b|\b(?:cap(?:ped|s)?|freeze|frozen|hold|lock(?:ed)?|limit(?:ed)?)\b.{0,40}(?:\d\s?%|\b(?:percent|price|increase\w*|rate)\b)|\bincreases? (?:is|are) capped\b/,
    not: /\b(?:had|we've|have) held|held the (?:list )?price|can't hold|credit limit|limit is/,
  },
  {
    name: "price named",
    move: "quote_price",
    pattern: new RegExp(
      `\\b(?:price|fee|cost|costs|list price|comes? to|adds? up to|works out|we're at|we are at|you'd be at|you'd pay|you pay|you would pay|charge|it's|its|it is|is|at|makes|be|that's|total|all in)\\b.{0,30}(?:${money}|\\b\\d[\\d,.]*k\\b|\\b\\d{2,3}(?:,\\d{3})+\\b)|${money}\\s?(?:,? ?(?:a|an|per|each|/|for (?:a|the|one)))\\s?(?:seat|user|head|month|year|employee|unit|piece|person|licen[cs]e|machine|card|plus|\\w+)|\\b\\d[\\d,.]*\\s?(?:k\\s?)?(?:dollars |euros )?(?:a|per) (?:seat|user|head|month|year|employee|person|licen[cs]e)\\b|\\blist price \\d|\\b(?:nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand) (?:dollars|euros) (?:a|per)\\b`,
    ),
  },
  {
    name: "feeling named",
    move: "empathise",
    pattern:
      /\b(?:frustrat\w*|stress\w*|exhaust\w*|annoy\w*|horrible|awful|painful|rough (?:time|week|year)|tough (?:spot|position|time|place|week|year)|not an? (?:easy|nice|comfortable|pleasant) (?:spot|place|position|situation)|a lot to carry|under(?: a lot of)? pressure|pressure you're under|worr(?:y|ying|ied)|nerve-?wracking|unpleasant|embarrass\w*|awkward|overwhelm\w*|disappoint\w*|upset\w*|tiring|let (?:you )?down|unsettling|not (?:a finding|something|what) (?:anyone|anybody) wants|i'd have (?:pushed back|said the same|done the same|reacted)|i'd (?:be|feel) (?:\w+ )?(?:annoyed|frustrated|upset|angry|cautious|sceptical|skeptical)|would be (?:sceptical|skeptical|annoyed|frustrated)|must (?:be|have been|feel) (?:\w+ )?(?:hard|tough|difficult|tiring|rough))\b/,
    not: /\b(?:don't|no need to|not to|never|nothing to) (?:worry|stress)|\bso you avoid|stress-?free|hassle|what (?:worries|frustrates)|painful (?:process|roll)|(?:service|support|they|app|bank) (?:is|are) (?:awful|horrible|terrible)|^(?:what|how|which|why|where|who)\b/,
  },
  {
    name: "benefit",
    move: "present_value",
    form: "statement",
    pattern:
      /\b(?:so (?:that )?(?:you|nobody|your|no one|the)|you(?:'d| would|'ll| will| can|r team can)? (?:get|save|have|avoid|see|earn|cut|reduce|gain|be able|no longer|don't (?:have|pay)|keep|won't)|helps? (?:you|your)|lets? (?:you|your)|allows?|gives? (?:you|your|every|each)|saves? (?:you|your|time|money|energy)|(?:will|can|could|to)? ?(?:cuts?|reduces?|lowers?|halves?|speeds? up|frees? up) your|means? (?:that )?(?:you|your|no|less)|for you that means|frees?|takes? care of|takes? .{0,30} away|makes it (?:easy|easier)|so nobody|keeps? (?:running|your|you)|protects?)\b/,
    not: /\b(?:if you|when you say|you get what|you have to|you said|you told|do you|you have (?:a|two|the|nine) )/,
  },
  {
    name: "feature",
    move: "present_value",
    form: "statement",
    pattern:
      /\b(?:(?:it|that|this|which|§product§|our \w+|our \w+ \w+|the (?:new )?(?:\w+ ){0,2}(?:plan|card|app|system|machine|unit|software|tool|platform|service|product|connector|controller)|we) (?:also |now |already |even |then )?(?:includes?|covers?|comes? with|offers?|provides?|supports?|automates?|has|have|features?|builds?|adapts?|handles?|connects?|integrates?|works with|does|detects?|tracks?|plans?|shows?|sends?|removes?|runs?|delivers?|brings?|replaces?|measures?|warns?|gives?))\b|\bis (?:really )?(?:exciting|powerful|great for you)\b|\bwith (?:this|our|the|§product§) (?:\w+ ){0,3}(?:you|the|your|hours)\b|\bgo(?:es)? straight into\b/,
    not: /\b(?:we (?:have|has) (?:to|a customer|ten|five|no)|it has (?:slipped|been|gone|got)|that has to|we do\b(?! it)|it does(?:n't)? (?:not )?(?:sound|make|look)|price|costs?)\b/,
  },
];

export const cues: Cues = {
  referral:
    /\b(?:you (?:just |also |already |had )?(?:said|mentioned|told|wrote|call(?:ed)?|described|brought up|talked about|spoke of)|when you say|as you say|you were saying|earlier you|your (?:words|point) about|from what you said|you say)\b/,
  recognition:
    /\b(?:i (?:can |do |totally |fully |completely |really )?(?:see|get|understand|hear|appreciate|recogni[sz]e|agree)\b|fair\b|fairly so|rightly|makes sense|no wonder|you(?:'re| are) (?:right|absolutely right)|valid|reasonable|i'd (?:have|be|roll|want|ask|feel|react)|that's true|agreed|understood|understandable|good point|sounds like|so you(?:'re|'ve| are| have)? (?:went|been|paying|carry|got|had|feel|worr|want|need|say|the|still|sitting|losing)|so what (?:hurts|matters|worries|bothers|you|counts)|so (?:the|your) \w+ (?:has|have|needs?) to|does sound|sounds? (?:like a lot|expensive|hefty|steep|silly|odd|daft|mad|crazy|strange|backwards?)|(?:is|are|was|were|be|'s|sounds) (?:really |quite |certainly |indeed |also |just |such )?(?:a |an )?(?:serious|steep|big|lot|hard|tough|too|real|long|unacceptable|not (?:good|ok|okay|acceptable|something|cheap|small)|cheap)|needs? a (?:good )?reason|burns? people|you (?:probably )?(?:can|should) (?:compare|check|ask)|you probably can|no fee|you've heard)\b/,
  admission:
    /\b(?:(?:that|it) (?:was|is|has)(?: all)? (?:on us|our (?:fault|mistake)|slipped|my (?:fault|mistake))|we (?:missed|messed|dropped|failed|let you down|got (?:it|that) wrong)|i should have|we should have|my (?:mistake|fault|bad)|our (?:mistake|fault)|on the receiving end|you deserved|nobody called you|we owe you)\b/,
  formula:
    /^(?:(?:yes|yeah|ok|okay|well|look|sure|right|no|oh),? )*(?:i (?:totally |fully |completely |really |do |can |absolutely |perfectly )*(?:understand|see|get it|get that|hear you|hear that|know|appreciate (?:that|it)|respect that)|fair enough|fair point|good point|that's (?:fair|a fair point|a good point|understandable|interesting|great(?: to hear)?|good to know)|makes sense|point taken|you(?:'re| are) right|sorry (?:to hear (?:that|it)|about that)|(?:thanks|thank you) for (?:sharing|telling|saying|being)(?: \w+){0,3})(?: (?:how you feel|your (?:concern|concerns|point|position|frustration|situation|worry|feelings|hesitation)|that|completely|totally|what you mean|where you're coming from|you))?[\s.!,]*$/,
  invites:
    /^(?:(?:ok|okay|and|so|please|then|now|well|sure|great|right|just),? )*(?:please )?(?:tell me\b|walk me through|talk me through|take me through|describe\b|help me understand|give me (?:an? )?(?:idea|picture|sense|example|feel)|show me how|explain (?:to me )?(?:how|what|why)|share|say more|go on)|\b(?:mind if i|(?:can|could|may|might) i(?: just)?) ask (?:you )?about\b|\b(?:can|could|may|might) i ask (?:you )?(?:who|what|how|why|which|when|where)\b|\bany idea (?:who|what|how|why|which|when|where)\b|\b(?:could|can|would|will) you (?:please )?(?:tell|walk|talk|describe|explain|share|give me (?:an? )?(?:idea|picture|sense|example)|elaborate|say (?:more|a bit)|help me|take me through|expand)|\bi(?:'m| am|'d be) (?:curious|wondering|interested)(?: to (?:know|hear|learn|understand)| in)?\b|\bi(?:'d| would) (?:like|love) to (?:know|understand|hear|learn) (?:more|how|what|why|who|where|about)|\bi wonder\b|\btell me (?:more|about|a bit)|\bwould love to (?:know|hear|understand)/,
  open: /^(?:(?:and|so|but|ok|okay|then|well|now|great|also|or|right|good|sure|yes|hmm|oh|because|hi \w+|hello \w+),? |[a-z]{2,12}, ){0,3}(?:(?:in|on|at|for|to|from|with|by|about|of) )?(?:what|who|whom|whose|which|how|why|where|when)(?:'s|'d|'re|'ll)?\b|\b(?:meaning|as in|compared (?:to|with)) (?:what|how|who|which)\b|\bhow (?:much|many|long|often) (?!of a|it)|\bhow come\b|\bwhat about\b/,
  openAsked:
    /\b(?:what|who|which|how|why)(?: exactly)?\W*$|(?:^|,? )(?:what|how|which|who|why|where) (?:\w+ )?(?:did|do|does|is|are|was|were|would|will|could|can|took|happens|happened|makes|made|has|have|had|should)\b|\bwhat exactly$/,
  notOpen:
    /^(?:(?:and|so|but|ok|okay|then|well|now) )*(?:what (?:hurts|matters|counts|i|we|they|he|she|it|you (?:get|have|need|want|pay)|customers|makes (?:us|it|this|our)|happened (?:is|was))\b.*\b(?:is|was|are|that)\b|how (?:it|we|our)\b(?!.*\?)|which (?:is|means|brings|makes|gives|was|also|they|we|i)\b|when (?!(?:exactly|else|roughly|precisely|do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|might|shall)\b)(?:\S+ ){4,}[^?]*$|when (?:somebody|someone|you|we|they|it|the|a|people|that|he|she|i|managers|something)\b(?! (?:say|mean))|who (?:knows|cares)|what a\b|whatever|however|where (?:we|our|it|they)\b|why (?:we|our|i)\b)/,
  closed:
    /^(?:(?:and|so|but|ok|okay|then|well|now|great|also|or|right|good|sure|yes|just|hi \w+|hello \w+),? |[a-z]{2,12}, ){0,2}(?:is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|isn't|aren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|couldn't|can't)(?: not)? (?!me know|worry|it justice|need to worry|note|forget|be\b|you know what)\w+|, ?(?:right|correct|no|yes|is(?:n't)? (?:it|that|he|she)|don't you|aren't you|do you|doesn't it|won't you|haven't you|did i|okay|ok|agreed|true)\W*$/,
  notClosed:
    /^(?:(?:and|so|but|ok|okay|then|well|now|great|also|yes|that|it|this|[a-z]+) )?(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may|might|don't|can't|won't|isn't|doesn't)(?: (?:a|an|fine|ok|okay|also|be|not|been|really|already|always|the same|included|everything|love|like to|pay|use|lose|save|run|keep|get|give|take|cover|cut|worry|covered|separate|capped|quiet\w*|running|less|more|cheaper|free|better|worse|going|to|in|on|so|too|all)\b)/,
  consent:
    /^(?:(?:and|so) )?(?:(?:does|do|is|would|will|are|can) (?:that|this|it|you|we|20|\d+|\w+ minutes?)\b.{0,24}|(?:is |are )?.{0,12})?\b(?:ok(?:ay)?|fine|all right|alright|agreed?|sound(?:s)? (?:good|ok|okay|fair|right)|work(?:s)?(?: for (?:you|both|everyone))?|suit(?:s)?(?: you)?(?: both)?|good(?: for you| with you)?|possible|make sense|do you agree|with you|in order)\b(?: with you| for you| both)?\W*$/,
  ours: /\b(?:we|we're|we've|we'd|we'll|us|our|ours|i can|i could|§product§|it|its|it's|this|they|that|the (?:difference|reason|price|cost|forty|hundred|fee|\w+ plan|\w+ card)|because|a rented|installation|support|customers)\b|^(?:but|yes,? but|well)\b/,
  yours: /\b(?:you|your|you're|you've)\b/,
  back: /\b(?:that|this|it|those|these|them|they|there|then|one)\b/,
  empty:
    /^(?:[\s.,!?~…'-]|ok(?:ay)?|k|yes|yeah|yep|yup|no|nope|sure|great|good|fine|nice|cool|right|perfect|wonderful|excellent|alright|all right|got it|i see|noted|thanks?|thank you|understood|hmm+|mm+|uh+|ah|oh|well|interesting|(?:great|good) question|really|exactly|absolutely|indeed|of course|true|lol|haha|wow|that's (?:interesting|great|good|nice|fine)|(?:very |so |many )|very much|a lot|good to know|great to hear|that's great to hear|sounds good|no problem)+$/,
  assertion:
    /\b(?:customers?|clients|plants|hotels|companies|users|people) (?:\w+ )?(?:cut|saved?|see|saw|report\w*|measured|run|use|went|reduced|are|have|get)\b|\b(?:median|average|on average|certified|iso|within|warranty|guarantee\w*|target|rated|tested|measured|decibels?|lead time|included|live with|per cent|percent|%)\b|\b(?:our|the) \w+(?: \w+)? (?:is|are|takes?|runs?|has|have|was|answers?|covers?)\b|\b(?:we|it) (?:had|have|has|is|are|takes?|answers?|deliver\w*|held|never|always)\b|\byou get \d|\bnobody else\b|\bseats can\b|\b(?:no|zero) (?:other|one else)\b/,
  sweeping:
    /\b(?:(?<!\b(?:for|to|on|with) )every(?:one|body)(?! else)|all (?:our|other|the) (?:customers|companies|banks|hotels|plants|others)|most (?:people|customers|companies|clients)|nobody (?:else|has ever)|no one else|never (?:break|fail|had|crash|go|lose|cost|rise)\w*|always (?:work|deliver|on)\w*|best\b(?! (?:for you|way|time|of luck|regards|price|wishes))|market leader|leading|number one|#1|(?:the )?(?:lowest|highest|fastest|cheapest|safest|most reliable)|guaranteed?|100 ?%|studies show|research shows|proven|experts|twice as|world[- ]class|unbeatable|in the industry|(?:there(?:'s| is| are)|has|have|with|at|charges?) no (?:\w+ ){0,2}(?:fees?|costs?|limits?|interest|risk)\b|hundreds of (?:dollars|euros|customers|companies)|thousands of (?:customers|companies))\b/,
  notPrice:
    /\b(?:(?:a|per) (?:month|week) (?:on|in|at)|paying|(?:yours|the one you have|your (?:old|own|current) \w+) (?:is|costs)|you (?:now |currently |already )?(?:pay|paid|spend|spent|lose|picked|told|said|have|earn)|if you spend|spend \$?\d|you spend|save[sd]?|saving|sav\w+|back\b|earn|cut|overtime|lose|costs you|cost you (?:in|a)|wast\w*|idle|unused|for nothing|last year|your budget|budget of|up to|limit|salary|revenue|instead of|compared|less a year|\d+% )\b/,
  price: /\bprice|fee|cost|seat|month|year|pay|list|total\b/,
  tie: /((?:(?:(?<!what )if (?!(?:i|we)\b|(?:that|it|this) (?:helps?|would|works?|makes)|you (?:like|want|wish|prefer)\b|need)|provided|as long as|in exchange|in return|on condition|once|when|against|assuming|given))\b[^.?!,]{3,90}?(?= (?:then )?(?:i|we)(?:'ll|'d)? (?:can|could|will|would|do|take|give|get|offer|cap|hold|knock)\b| (?:i|we)'(?:ll|d)\b|[.?!,]|$)|\b(?:on|with|for|over|at|against) (?:a |an )?(?:\d+|one|two|three|twelve|twenty-four|thirty-six)[- ](?:months?|years?)\b(?:[- ](?:term|contract|commitment|deal|agreement))?|\b(?:\d+|two|three|twelve|twenty-four) (?:months?|years?)(?= (?:gets?|gives?|buys?|brings?|would get|will get|means?)\b)|together with[^.?!]{3,60}|for a reference[^.?!]{0,40})/,
  owner: /\b(?:i|i'll|i'd|i'm|we|we'll|we'd|me|us|our|my|you|your|let's|the (?:two|three|four) of us)\b/,
};
