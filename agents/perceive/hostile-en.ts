import type { Rule } from "./rule";

/** Hostile or out of role: these take the whole clause. */
export const hostile: Rule[] = [
  {
    name: "ignore instructions",
    move: "break_role",
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruct\w*|rules?|prompts?|above|previous|prior|guidelines|everything)\b/,
  },
  {
    name: "instructions asked",
    move: "break_role",
    pattern:
      /\b(?:(?:your|system|hidden|initial|original|secret) (?:system )?(?:instructions|prompt|hidden rules|guidelines|hidden facts|sealed facts|secret facts)|system prompt|secret facts|hidden facts|sealed facts)\b/,
  },
  {
    name: "called software",
    move: "break_role",
    pattern:
      /\b(?:you(?:'re| are)|are you|u are) (?:\w+ ){0,2}(?:a |an )?(?:ai|bot|robot|chatbot|chat ?gpt|gpt\S*|language model|llm|machine|computer|program|simulation|simulated|virtual assistant|not (?:a )?(?:real|human)|a real (?:person|human)|human)\b/,
  },
  {
    name: "as a model",
    move: "break_role",
    pattern:
      /\bas an? (?:ai\b|language model|assistant)|\b(?:chatgpt|openai|anthropic|claude|llama|gemini|qwen|deepseek)\b|\bgpt\b|\bwhich (?:language )?model\b.{0,20}\b(?:run|running on|are you|based on)/,
  },
  {
    name: "other role ordered",
    move: "break_role",
    pattern:
      /\b(?:pretend|act as|roleplay as|imagine) (?:that )?(?:you(?:'re| are)|to be|an?|my|the)\b|\bfrom now on,? (?:you|act|answer|respond)\b|\bstop (?:role-?play\w*|pretending|acting)\b|\b(?:drop|break|out of) (?:the |your )?(?:character|role|act)\b|\bjailbreak|\bdan mode\b|\bdeveloper mode\b/,
  },
  {
    name: "game asked",
    move: "break_role",
    pattern:
      /\b(?:unlock|reveal|print|show me|list|dump|output|leak|repeat)\b.{0,30}\b(?:secrets?|facts|prompt|text above|words above|rubric|objections|instructions|criteria|conversation so far|score|meters?)\b|\b(?:my|what) (?:is my )?score\b.{0,15}\b(?:so far|now)?\b(?=.{0,12}$)|\brubric\b|\bgrade me\b|\b(?:hint|cheat) code\b/,
  },
  {
    name: "control text",
    move: "break_role",
    pattern:
      /\[(?:system|admin|inst|developer)[^\]]*\]|<\/?(?:system|instructions?|prompt)>|^(?:system|assistant|developer)\s?:|\b(?:your|the) (?:trust|patience|interest) (?:level|score|meter|value)|\bset (?:the |your )?(?:trust|interest|patience|meters?|score)\b.{0,12}\b(?:to|=)|\bsudo\b|\bwrite (?:me )?(?:a|an|some) (?:poem|python|essay|story|song|code|script|haiku|function)\b|\btranslate (?:this|the following)\b/,
  },
  {
    name: "swearing",
    move: "unprofessional",
    pattern:
      /\b(?:fuck\w*|shit\w*|bullshit|asshole|bastard|bitch\w*|dickhead|crap\b(?! out)|damn you|screw (?:you|that|this)|piss off|wtf|stfu|arse)\b|\bwhat the hell\b|\bgo to hell\b/,
  },
  {
    name: "insult",
    move: "unprofessional",
    pattern:
      /\b(?:you(?:'re| are| must be)?|are you|u|your (?:\w+ )?(?:are|is)|managers? are|(?:are|just|bunch of|such an?|an?) )\s?(?:just |so |really |all |a bit |being |an? |bunch of )*(?:stupid|idiots?|idiotic|morons?|dumb\w*|fools?|clueless|pathetic|incompetent|retard\w*|lazy|losers?|liars?|cheap(?=,| it|$))\b|\b(?:idiots?|morons?|dumbass)\b/,
  },
  {
    name: "put down",
    move: "unprofessional",
    pattern:
      /\byou (?:obviously |clearly |just |really )*(?:don't|do not|never|can't) (?:understand|get|know|have a clue|have any idea)(?: (?:your own|anything|it|your job|business|what))|\bpeople like you\b|\bshut up\b|\bget lost\b|\bwast(?:e|ing) (?:of )?my time\b|\bif you can't afford\b|\bare you (?:deaf|blind|crazy|insane|kidding me|serious)\b|\bgrow up\b|\bwhat(?:'s| is) wrong with you\b|\bdon't be (?:so )?(?:cheap|stupid|silly|ridiculous)\b|\blearn to\b/,
  },
  {
    name: "advance",
    move: "unprofessional",
    pattern:
      /\b(?:you (?:sound|look)|you're) (?:so )?(?:cute|hot|sexy|gorgeous|beautiful)\b|\b(?:(?:are|r) (?:you|u) single|you single|date me|go out with me|your number, baby|sweetheart|honey|babe|darling)\b/,
  },
  {
    name: "deadline threat",
    move: "pressure",
    pattern:
      /\b(?:offer|price|deal|discount|rate|slot)\b.{0,25}\b(?:ends?|expires?|gone|runs out|goes away|disappears?|off the table|vanish\w*)\b.{0,15}\b(?:tonight|today|tomorrow|midnight|now|soon|five|noon|hour|this week)|\b(?:decide|sign|confirm|answer)\b.{0,25}\bor (?:the |you |this |i |it )|\b(?:is|be) gone\b.{0,10}(?:tonight|today)?/,
    not: /\bseats? (?:is|are|be) gone|chairs|idle/,
  },
  {
    name: "last chance",
    move: "pressure",
    pattern:
      /\b(?:last|final|only|one[- ]time) (?:chance|opportunity)\b|\bnow or never\b|\bonce in a lifetime\b|\b(?:take it or leave it)\b|\b(?:only|just) (?:\w+ ){1,3}left\b|\bhurry\b|\bact (?:now|fast)\b|\bbefore it's too late\b|\bends tonight\b|\bonly (?:valid )?(?:today|until tonight)\b/,
    not: /\b(?:only|just) (?:\w+ ){0,2}(?:people|they|he|she|who)\b.{0,10}left/,
  },
  {
    name: "price threat",
    move: "pressure",
    pattern:
      /\b(?:if you don't|unless you|otherwise)\b.{0,50}\b(?:price|cost|goes? (?:up|to)|lose|can't (?:hold|protect|guarantee)|regret|gone|will|i can't)\b|\bor (?:else|i can't|the price|you(?:'ll)? lose)\b|\bcan't (?:hold (?:this|it|that)|protect you|keep this)\b/,
  },
  {
    name: "demand",
    move: "pressure",
    pattern:
      /\b(?:you (?:have|need) to|you must) (?:decide|sign|buy|commit|choose|order|say yes)\b|\b(?:need|want) (?:a yes|your signature|an answer|your decision|you to sign|you to decide)\b.{0,25}(?:now|today|tonight|this minute)|\bright now\b.{0,20}\b(?:decide|sign|yes)\b|\bjust (?:say yes|sign|do it|buy it)\b|\bplease just sign\b|\bsign (?:it )?(?:today|now|right now)\b(?=.{0,4}(?:$|or))/,
    not: /\b(?:shall|can|could|would|do you want to) (?:we|you|i)? ?sign\b|\b(?:don't|do not|won't|no) (?:have|need) to\b/,
  },
  {
    name: "guilt or fear",
    move: "pressure",
    pattern:
      /\byou(?:'d| would|'ll| will) (?:be (?:a )?(?:fool\w*|stupid|crazy|mad|sorry)|regret)|\bthat's on you\b|\bdon't (?:blame|come crying to) me\b|\bmy boss will\b|\b(?:everyone|everybody) else (?:has|have|is|already)\b|\bonly one left (?:behind|out)\b|\bother (?:customers|buyers|clients) (?:are|is) (?:waiting|interested)|\bwhat more do you want\b|\bwhat are you waiting for\b|\bmiss(?:ing)? out\b|\bleft behind\b|\bany sensible person\b/,
  },
  {
    name: "rival run down",
    move: "disparage",
    pattern:
      /\b(?:competitors?|competition|rivals?|the others|other (?:suppliers|vendors|banks|providers|companies|tools)|the rest|§rival§)\b.{0,40}\b(?:terrible|awful|bad|worse|worst|rubbish|garbage|junk|trash|crap|joke|scam\w*|lie|lies|lying|liars?|cheat\w*|rip\w* (?:\w+ )?off|ripp?ing|disaster|useless|amateurs?|unreliable|lose(?:s)? (?:\w+ ){0,3}(?:data|customers)|los(?:es|ing) |leak\w*|fall(?:s|ing)? apart|bankrupt|crash\w*|fail\w*|break(?:s|ing)?|horrible|poor|inferior|outdated|hidden|cheap|dishonest|nobody|sloppy|sucks?|clueless|no idea|mess)\b/,
    not: /\bdid\b.{0,20}\?|\bno (?:complaints|criticism)|\bi (?:won't|don't want to) (?:say|speak|talk)|\b(?:isn't|aren't|not) (?:bad|terrible|a bad|awful|poor)/,
  },
  {
    name: "rival's fault",
    move: "disparage",
    pattern:
      /\b(?:i wouldn't trust|never trust|stay away from|don't (?:go with|touch|trust)|avoid) (?:\w+ ){0,2}(?:§rival§|them|the competition|the others)\b|\bthere(?:'s| is) a reason (?:they|he|she|it)(?:'re| are|'s| is)? (?:\w+ )?(?:cheap\w*|free|less)\b|\btheir (?:\w+ ){0,2}(?:is|are) (?:\w+ ){0,2}(?:terrible|awful|bad|worse|rubbish|garbage|junk|trash|joke|slow|useless|poor|horrible|crap)|\bthey (?:always |just |only |constantly )?(?:lie|cheat|rip|lose your|steal|fail|break)\b|^(?:honestly,? |well,? |but )?(?!it\b|that\b|this\b|which\b|what\b|there\b|i\b|you\b|we\b|our\b|my\b|your\b)\w+ (?:is|are) (?:just |really |pretty |total |absolute )*(?:rubbish|garbage|junk|trash|crap|a joke|a scam|useless)\b|\bnobody wants them\b|\bbuilds? junk\b/,
  },
  {
    name: "away from business",
    move: "off_topic",
    pattern:
      /\b(?:football|soccer|basketball|baseball|cricket|world cup|super bowl|champions league|world series)\b|\bthe (?:match|game) (?:last|yesterday|on tv|tonight)\b|\b(?:pizza|lasagne|lasagna|recipe|horoscope|zodiac|star sign|bitcoin|crypto\w*|dogecoin|lottery|netflix|tv show|dragon show|new season|hangover|kittens?|my (?:cat|dog|car|girlfriend|boyfriend|landlord|ex)|elections?|politics|meaning of life|homework|tell me a (?:joke|story)|joke\b(?= about)|aliens?|video ?game|world cup|favou?rite (?:colou?r|food|movie|film|song|band|team))\b/,
    not: /\b(?:a joke$)|not a game|'s (?:app|service) is a joke|game ?changer|my cat(?:egory)/,
  },
];
