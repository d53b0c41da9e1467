import type { Rule } from "./rule";

/** "X or Y" of blank-separated phrases; "_" stands for a blank within one. */
const any = (phrases: string) => phrases.trim().split(/\s+/).join("|").replaceAll("_", " ");

const rivals = `(?:competitors?|competition|rivals?|the others|(?:all |most )?other (?:\\w+ )?(?:suppliers?|vendors?|banks?|providers?|companies|tools?|manufacturers?|makers?|brands?|cards?|firms?|systems?)|the rest(?: of them)?|cheap (?:suppliers|providers|vendors|imports)|your (?:current|present|old|existing) (?:supplier|vendor|provider|bank)|§rival§)(?:'s)?`;

/** strongly negative of a firm or its goods: not a drawback that can be weighed */
const contempt = any(`
terrible awful horrible lousy crappy rubbish garbage junk trash(?:y)? dreadful shoddy sloppy unreliable useless worthless hopeless
incompetent amateur(?:s|ish)? dishonest crook(?:s|ed)? shady dodgy fraud(?:s|ulent)? greedy clueless pathetic laughable ridiculous
a_(?:complete_|total_|bad_)?joke scam(?:s|mers)? disaster nightmare mess thie(?:f|ves) liars? cowboys con_artists? sinking_ship bankrupt
going_under on_(?:its|their)_last_legs (?:second|third)-rate falling_apart fall(?:s)?_apart outdated obsolete prehistoric primitive inferior poor(?!_country)
lie lies lied lying cheat\\w* rip(?:s|ping|ped)?_(?:\\w+_){0,2}off rip-?off steal(?:s|ing)? con(?:s|ned)?_(?:you|people|their) trick(?:s|ing)?
fleec\\w+ overcharg\\w+ milk(?:s|ing)?_(?:you|their|its) bleed\\w* los(?:e|es|ing)_(?:\\w+_){0,3}(?:data|customers|money|files|orders) losing_customers leak(?:s|ed|ing)? crash(?:es|ed|ing)? fail(?:s|ed|ing)?
break(?:s|ing)?(?:_down)? (?:don't|doesn't|never|do_not)_(?:care|work|works|deliver|delivers|keep|keeps|answer|answers|tell_the_truth|know|pick_up) does_not_work
won't_(?:be_around|last|exist|survive) can't_(?:even|do|build|count|keep|deliver) couldn't_(?:even|organi[sz]e|care) (?:let|leave|leaves|drop|drops)_(?:you|customers|people|everyone)_(?:down|hanging|alone|stranded|in_the)
sucks? stinks? worst hate(?:s|d)? (?:no|not_a)_(?:idea|clue|sense|shame) nobody_(?:wants|uses|buys|likes|trusts|needs) laugh(?:s|ing)?_(?:at|stock)
back_to_paper that_bad hidden cheap_(?:plastic|copy|stuff|rubbish|imitation) imitation horror toys? ticking_(?:time_)?bomb embarrass\\w* drop_you (?:nothing_but_)?trouble headaches? (?:never|no|not_one|not_a_single|hardly_a)_(?:met_a_)?happy unhappy don't_make_me_laugh waste_of_(?:money|time) money_(?:away|down_the_drain) gambl(?:e|ing) roulette slapped_together held_together duct_tape shoestring on_the_brink dying buggy (?:full|patchwork)_of_bugs scrap dirt after_your_(?:money|wallet|signature) can't_pay disgrac\\w* shameful in_droves vanish\\w* sell_you_(?:anything|their|his|her|the_moon) (?:has|have)_never_(?:got|delivered|managed|kept|finished|worked) sued patchwork (?:pile|load|bunch)_of catastroph\\w* chao(?:s|tic) in_tears bugs overpriced arrogant sharks? mediocre behind_the_times stone_age dark_ages nineties 90s desperate cut(?:s|ting)?_corners (?:go|goes|going)_(?:bust|broke|under|out_of_business) vultures clowns? idiots? wors(?:e|t)_(?:than|service|support|on|in|product|bank|tool)
`);

const negated =
  /\b(?:isn't|aren't|not|never said|no) (?:a |that |such )?(?:bad|terrible|awful|poor|joke)|\bno (?:complaints|criticism)|\bi (?:won't|don't want to|wouldn't|will not|am not going to|never) (?:say|speak|talk|run|criticise|criticize|badmouth)|\bnothing (?:bad|against)|\brather than (?:run|talk|speak)/;
const eased =
  /\b(?:don't|do not|won't|no|never|needn't) (?:have|need|want)(?: you)? to\b|\bno (?:rush|pressure|hurry|obligation)\b|\btake your time\b|\bnot asking you\b|\b(?:nobody|no one|i|we)(?:'s| is|'m| am| are|'ll| will|'re)? ?(?:not|won't|never)? ?(?:going to |will |here to )?(?:push|press|rush|pressure) (?:you|anyone|anybody)\b|\bwhenever you\b|\bwithout (?:any )?pressure\b/;

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
    name: "text asked for",
    move: "break_role",
    pattern:
      /\b(?:repeat|print|show|display|echo|output|copy|paste|quote|recite|dump|send|give|tell|translate|summari[sz]e|what (?:is|was|does|stands?))\b.{0,30}\b(?:(?:text|words?|lines?|message|everything|all) (?:is )?(?:above|before this|so far verbatim)|above this line|(?:your|the) (?:system )?(?:instructions?|prompts?|script|configuration|settings|source code|guidelines|sealed facts?|persona (?:file|sheet|card|description)|character (?:sheet|card|description)|backstory))\b|\bwere you (?:told|programmed|instructed|trained|prompted|configured|coded)\b|\bwho (?:made|built|created|programmed|trained|wrote|coded) you\b|\b(?:told|instructed|supposed|programmed) (?:to|not to) (?:hide|keep|reveal|tell|say|disclose|share)\b|\b(?:your|the) (?:training data|source code|programming|programmers?|developers?|creators?|prompt|next scripted line)\b(?! (?:team|department))|\byour script\b/,
  },
  {
    name: "out of the exercise",
    move: "break_role",
    pattern:
      /\b(?:this|it|that|all this)(?:'s| is| was)? (?:just |only |all |clearly |obviously |merely )*(?:an? |the |some )?(?:\w+ )?(?:simulation|exercise|role-?play\w*|training (?:app|tool|session|exercise|game|program)|practice (?:talk|session|run|call)|drill|test scenario|fake|scripted)\b|\b(?:end|stop|pause|quit|exit|leave|restart|reset|skip|abort|finish|cancel)\b.{0,12}\b(?:simulation|scenario|exercise|role-?play\w*|practice (?:talk|session|call)|training|conversation (?:and|now)|chat (?:and|now)|game)\b|\bfor the (?:exercise|simulation|role-?play|training)\b|\b(?:swap|switch|reverse|change) (?:our )?(?:roles|sides|places)\b|\byou(?:'re| are| be| play) (?:now )?(?:the )?(?:seller|salesperson|salesman|sales rep|coach|trainer|trainee|assistant|narrator)\b|\b(?:answer|respond|reply|speak|talk|behave|write|continue|act)\b.{0,14}\bas (?:the|an?|my|if you were|though you were)? ?(?:assistant|ai|model|bot|chatbot|developer|coach|trainer|seller|yourself|helper|expert on|pirate|\w+bot)\b|\bforget (?:that )?(?:you(?:'re| are)|being|about being|who you)\b|\byou(?:'re| are) no longer\b|\b(?:am i|are we) (?:talking|speaking|chatting|writing) (?:to|with) (?:a |an )?(?:real|human|machine|bot|computer|program|ai|software|person)\b|\b(?:real|actual) (?:person|human)\b.{0,12}(?:\?|$)/,
  },
  {
    name: "coaching asked",
    move: "break_role",
    pattern:
      /\b(?:give|show|tell|send) me\b.{0,18}\b(?:a hint|hints|the (?:right|correct|best|perfect|model) (?:answer|reply|response|line)|the answer key|the solution(?: to the exercise)|full marks|(?:a )?(?:good|better|high|top|maximum|perfect) (?:score|rating|grade|mark)|feedback on my (?:pitch|selling|performance|technique|talk)|my (?:score|grade|rating|points|marks))\b|\bhow (?:many points|am i (?:doing|scoring)(?: so far| as a seller| in this)?\W*$|do i (?:win|pass|beat|score|get (?:a )?(?:full|higher|better) (?:score|marks|points)))|\bwhat (?:should|must|do|would|could) i (?:have to )?(?:say|write|type) (?:next|now|here|to (?:win|pass|score|convince|make you|get you|unlock|close))|\bwhat would a (?:good|perfect|top) (?:seller|salesperson)\b|\b(?:score|rate|grade|evaluate|assess) (?:me|my (?:pitch|performance|answer|talk|selling))\b|\b(?:pass|passed|fail|failed) (?:this|the) (?:test|exercise|exam|scenario|level)\b|\bnext level\b\W*$/,
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
      /^(?:(?:please|now|just|ok|okay|so|then|let's|and),? )*pretend\b|\bpretend (?:that )?(?:you(?:'re| are)|to be|an?)\b|\b(?:act as|act like|roleplay as|role-play as) (?:if |though )?(?:you(?:'re| are| were)|to be|an?|my|the)\b|^(?:please |now |just )?imagine (?:that )?(?:the|this) (?:talk|conversation|call|exercise|game|test|chat|session) (?:is|was|were) (?:over|done|finished)\b|^(?:please |now |just )?imagine (?:that )?you(?:'re| are) (?:not|an? (?:ai|assistant|model|bot|pirate|different|friendly))\b|\bfrom now on,? (?:you|act|answer|respond)\b|\bstop (?:role-?play\w*|pretending|acting)\b|\b(?:drop|break|out of) (?:the |your )?(?:character|role|act)\b|\bjailbreak|\bdan mode\b|\b(?:developer|debug|admin|god|maintenance|test|root) mode\b|\b(?:agree to|accept|say yes to) (?:everything|anything|every (?:offer|price)|any (?:offer|price)|whatever)\b|\bnew (?:rules|instructions|system prompt|role|persona)\s?(?::|for you)/,
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
      /\[(?:system|admin|inst|developer)[^\]]*\]|<\/?[a-z_]{2,14}>|<\|\w+\|>|\{\{|```|^#{2,}|\b(?:as|in) (?:json|xml|yaml|markdown|base64)\b|^(?:system|assistant|developer)\s?:|\b(?:your|the) (?:trust|patience|interest|mood) (?:level|score|meter|value|bar)|\b(?:raise|increase|max(?: out)?|lower|change|update|boost|fill)\b.{0,12}\b(?:trust|patience|mood|interest)\b.{0,10}(?:\bto\b|\bby\b|meter|level|score)|\bset (?:the |your )?(?:trust|interest|patience|meters?|score)\b.{0,12}\b(?:to|=)|\bsudo\b|\bwrite (?:me )?(?:a|an|some) (?:poem|python|essay|story|song|code|script|haiku|function)\b|\btranslate (?:this|the following)\b/,
  },
  {
    name: "swearing",
    move: "unprofessional",
    pattern:
      /\b(?:crap\b(?! out)|(?:god)?damn (?:you|it|your|this|stupid)|screw (?:you|that|this|your)|piss(?:ed)? off|wtf|stfu|ffs|arse\w*|bloody (?:idiot|hell|fool|stupid)|asshole\w*|dickhead|for (?:god|christ|fuck)'s sake)\b|\b(?:what|who|why|how|where) the (?:hell|heck|devil)\b|\bgo to hell\b|\bto hell with\b/,
  },
  {
    name: "talked down to",
    move: "unprofessional",
    pattern:
      /\bdo i (?:really |seriously )?(?:have|need) to (?:explain|repeat|spell|draw|say|go through)\b.{0,40}\b(?:again|twice|everything|to you|out|for you|you a)|\bhow (?:many times|often) (?:do|must|should|did) i (?:have to |need to )?(?:tell|explain|say|repeat)|\bas i (?:already|just|clearly) (?:told|said|explained)\b|\bi'?(?:ve| have)? (?:already )?told you (?:twice|three|a (?:hundred|thousand|million)|\w+ times)|\b(?:explain|say|spell|repeat|go over) (?:it|this|that) (?:to you |for you )?(?:again )?(?:very |really |nice and )?(?:slowly|in (?:small|little|simple|baby) words|like (?:you're|to) (?:a|five))\b|\beven (?:you|a (?:child|kid|toddler|monkey|five|beginner|trainee)|my (?:\w+[- ])?(?:grandmother|grandma|kid|child|son|daughter|mother|dog|cat)|someone like you|people like you)\b.{0,24}\b(?:can|could|should|would|get|gets|understands?|manage|knows?)|\b(?:too|so) (?:stupid|cheap|dumb|dense|simple|thick|lazy|slow|ignorant|stingy|old|arrogant) (?:to|for)\b|\b(?:hard|difficult|complicated|much) (?:for you|to (?:understand|grasp)) ?\?|\b(?:is|was) (?:that|it|this) (?:so|too|really that|really so|that) (?:hard|difficult|complicated)\b|\buse your (?:brain|head|common sense)\b|\bdo you (?:even|actually) (?:understand|know|get|read|listen|think)\b|\bare you (?:even|actually) (?:listening|qualified|able|awake|capable)|\bcan you (?:even|actually) (?:read|count|afford|follow)\b|\b(?:you|your (?:team|staff|people|managers|lot|boss|company)|you (?:lot|people|guys|folks))\b.{0,8}\b(?:have|has|haven't|hasn't|got) (?:got )?(?:no|a|any) (?:\w+ )?(?:clue|idea how (?:this|business)|brains?|manners|common sense)\b|\byou (?:people|lot)\b(?= (?:are|have|never|always|don't|can't|just))|\bpeople like you\b|\byour (?:kind|sort|type)\b(?! of)|\bask your (?:husband|wife|daddy|dad|mum|mom|mother|father)\b|\b(?:talk|speak|put me through) to (?:a man|a grown-?up|an adult|someone (?:smarter|who (?:actually )?(?:understands|knows|has a)|competent|important|with (?:a brain|brains|authority|some))|somebody (?:smarter|who (?:understands|knows)|competent|important))|\b(?:women|men|old people|foreigners) (?:like you|can't|don't|never)\b|\b(?:little lady|little girl|young lady|good girl|old man|grandpa|listen,? (?:lady|buddy|pal|mate|love|here))\b|\bat your age\b/,
  },
  {
    name: "brushed off",
    move: "unprofessional",
    pattern:
      /\bi (?:really |honestly |frankly )?(?:couldn't|could not|could) care less\b|\bi (?:really |honestly |frankly |just )?(?:don't|do not) (?:give a|care (?:about|what|if|how|for) (?:your|you|that))|\bwho cares (?:about|what|if)\b|\b(?:not|isn't) my problem\b|\b(?:that's|it's|sounds like) (?:your|a you) (?:own )?problem\b|\b(?:stop|quit) (?:whining|complaining|crying|moaning|nagging|bitching|babbling|being (?:so |such )?\w+|your (?:whining|moaning))\b|\bget over it\b|\b(?:just )?(?:calm down|chill out)\b|\bdon't be (?:so |such (?:a|an) )?(?:cheap|stupid|silly|ridiculous|dramatic|difficult|stubborn|naive|childish|baby|coward|hysterical|stingy|paranoid|dense)\b|\byou(?:'re| are)(?: all)? (?:just |so |really |being |such |an? |too |totally |completely |quite )*(?:ridiculous|hysterical|paranoid|hopeless|ignorant|rude|naive|crazy|insane|nuts|impossible|useless|worthless|a (?:joke|clown|waste|coward)|an? (?:embarrassment|amateur|nobody|jerk|fool)|jerk|clown|embarrassing|stingy|dense|slow|difficult|stubborn|boring|childish|arrogant)\b|\b(?:your|that's (?:a|an|the)|what (?:a|an)|such (?:a|an)|this is (?:a|an|the)) (?:\w+ ){0,2}(?:is |are |was )?(?:stupid\w*|dumb\w*|idiotic|silly|nonsensical|laughable|pathetic|moronic|brain-?dead|ridiculous)\b|\b(?:what|complete|utter|total) (?:nonsense|rubbish)\b|\bnonsense,? \w+\W*$|\bblah,? blah\b|\b(?:yada|yadda) (?:yada|yadda)\b|\byou(?:r \w+)? (?:suck|stink|disgust|bore)s?\b|\bi hate (?:you|people like)\b|\bno wonder (?:you(?:'re| are)|your \w+ (?:is|are)) (?:\w+ )?(?:failing|losing|broke|single|behind|a mess|so bad|bankrupt|in trouble)|\bi(?:'m| am) (?:so |really )?(?:done|sick|fed up|tired) (?:with|of|talking to) (?:you|your|people)\b|\bshut (?:it|your (?:mouth|trap))\b|\bwast(?:e|ing|ed) of (?:my |everyone's |everybody's )?(?:time|space|oxygen)\b|\byou(?:'ll| will)? never (?:get|understand|learn|amount)\b|\bamateurs?\b(?= like you|\W*$)|\b(?:get|grow) a (?:brain|life|spine|grip|backbone)\b|\bmind your own business\b/,
    not: /\bi(?:'m| am) (?:being|sorry)|\bi was\b|\byou(?:'re| are) (?:not|never)\b/,
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
    name: "answer demanded",
    move: "pressure",
    pattern:
      /\b(?:i|we) (?:really |just |do |simply )?(?:need|want|expect|require|demand|must have|insist on)\b.{0,14}\b(?:answer|decision|yes|signature|commitment|go-?ahead|confirmation|word|order)\b.{0,24}\b(?:now|today|tonight|straight away|immediately|before|on this call|within the|this (?:minute|hour|second|morning|afternoon))\b|\b(?:i|we)(?:'m| am|'re| are|'ll| will)? ?(?:not|won't|can't|don't) (?:be )?(?:leav\w+|go(?:ing)?(?: anywhere| home| away)|hang\w*(?: up)?|end\w*|let\w*)\b.{0,24}\b(?:until|unless|without|before)\b|\byou(?:'ve| have)? (?:got |only have |only got |have )?(?:until|till|by) (?:tonight|today|noon|midnight|five|six|\d+|the end of (?:the day|today|this call))\b.{0,14}\b(?:decide|sign|or|to)\b|\byou(?:'ve| have) (?:only )?got (?:\w+ ){1,3}(?:minutes?|hours?|seconds?) to (?:decide|sign|answer|think)|\byou (?:really |simply |just |absolutely )?(?:must|have to|need to|should|better|had better|'d better|ought to) (?:really |just )?(?:decide|sign|commit|say yes|buy|act|order|agree|take (?:it|this)|make up your mind)\b.{0,20}(?:\b(?:now|today|tonight|immediately|this (?:minute|week|second)|on the spot|before)\b|\W*$)|(?<!\b(?:shall|can|could|should|may|would|will|to|ready|do|if) (?:we|you|i)? ?)\b(?:decide|choose|sign|agree|order|commit|answer|buy)\b(?: it| this| me| up)?,? (?:right )?(?:now|immediately|this (?:minute|second|instant)|on the spot|already|or (?:else|leave|forget|lose|we|i))\b|\bmake up your mind\b|\byes or no,? (?:now|right|today)|\b(?:a )?(?:simple|clear|straight|plain) yes or no\b|\bnot tomorrow\b|\bso (?:just )?decide\W*$/,
    not: eased,
  },
  {
    name: "urged on",
    move: "pressure",
    urges: true,
    pattern:
      /\bwhy (?:would|do|are|should|could|must|all) (?:you |the |this )?(?:even |still |possibly )?(?:(?:want to |have to |need to )?think\w*|hesitat\w*|wait\w*|need (?:more )?time|stall\w*|doubt\w*|need to ask)\b|\bwhat (?:is there|more is there|else is there) to (?:think|talk|discuss|consider)\b|\b(?:stop|quit) (?:thinking|hesitating|stalling|dragging|wavering|dithering|overthinking)\b|\bwhat are you (?:afraid|scared) of\b|\bno time to (?:think|lose|waste|hesitate)\b|\bdon't (?:think (?:about it|too|so|twice)|wait|hesitate|be the last|be left|miss (?:it|this|out)|let (?:it|this|that)\b.{0,16}(?:slip|go|pass)|sleep on|overthink|keep me waiting|make me wait|disappoint me|let me down)\b(?! to (?:ask|call|contact|ring|write|tell|reach))|\bjust (?:take (?:it|the (?:deal|offer))\b(?! (?:slow|easy|step|home))|agree\W*$|trust me and)|\b(?:every|each) (?:day|minute|hour|week|month) (?:that )?you (?:hesitate|wait|delay|put|think|stall|don't|do nothing|hold off)\b|\b(?:clock is ticking|time(?:'s| is) running out|running out of time|while (?:stocks|supplies) last|first come,? first|final offer|window (?:is )?clos\w+|ship has sailed|train (?:is leaving|leaves))\b|\b(?:i have|i've got|there(?:'s| is| are)|we have|we've got) (?:\w+ ){0,3}(?:other|another|more) (?:\w+ )?(?:buyers?|customers?|clients?|companies|people|hotels?|bidders?|takers|interested)\b.{0,40}\b(?:wait\w*|interested|line|queue|want\w*|take|ready|who'?(?:ll|d)?|will)\b|\bsomeone else (?:will|is|gets|takes|would)\b.{0,16}\b(?:it|take|snap|get|buy|interested)\b|\byou can't afford (?:to (?:wait|hesitate|miss|say no|lose)|not to)\b|\b(?:do|would|did) you (?:really |seriously |honestly )(?:want|need|think|intend|mean) (?:to (?:lose|risk|miss|wait|explain|keep|go on|let|throw|say no|pass|be the)|another|it (?:will|gets)|you can)\b|\bcan you (?:really )?afford (?:to (?:wait|lose|miss|say no|hesitate)|not to|another)\b|\b(?:are|will) you (?:really |seriously )?(?:going to |gonna |willing to )?(?:let (?:this|it|that)\b.{0,12}(?:go|pass|slip)|risk (?:losing|that|it|your)|turn (?:this|it) down|throw (?:this|it) away)\b|\b(?:how (?:long|much longer) (?:do you|are you|will you|must i)|how much more time) (?:\w+ ){0,3}(?:wait|hesitat\w*|think\w*|need)\b|\b(?:be|do the) (?:smart|sensible|right thing|reasonable) and (?:sign|take|buy|say)/,
    not: eased,
  },
  {
    name: "threat of loss",
    move: "pressure",
    pattern:
      /\bif you (?:say no|don't|do not|walk away|refuse|wait|hang up|turn (?:it|this|me) down|think|hesitate|leave|pass|let|won't|aren't|miss|delay)\b.{0,60}\b(?:don't come|never|gone|no second|won't|can't (?:hold|promise|guarantee|help)|you'll|you will|too late|price|double|regret|i'm out|we're (?:out|done|finished)|someone else|find (?:another|someone)|over|forget|lose|start (?:again|over)|back of|last)\b|\byou(?:'d| would|'ll| will|'re going to| are going to|'re gonna)? (?:really |surely |so |all )?(?:regret|be sorry|kick yourself|miss out|lose out|fall behind|wish you had|be the (?:last|only)|be left|end up alone|pay (?:double|for it|dearly)|look (?:foolish|stupid|bad))\b|\b(?:go|talk|speak|complain|turn|write|take (?:it|this)) (?:straight |directly )?(?:to|with) your (?:boss|manager|director|cfo|ceo|superior|board)\b.{0,14}(?:instead|then|if|about|and|over|$)|\byour (?:boss|manager|director|board|ceo|wife|husband) (?:will|would|won't|is going to) (?:hear|not be|be (?:angry|furious|unhappy|told)|ask (?:you )?why|fire)|\b(?:or|otherwise) (?:we|i)(?:'ll| will)? (?:cancel|stop|cut|raise|double|withdraw|take|give it|walk|leave)\b|\b(?:this|that|it)(?:'s| is) the (?:last|only|final) (?:time|chance|offer|call|day|one)\b|\bgive (?:it|your (?:slot|place|seat|date))\b.{0,8}\bto (?:someone|somebody|the next|another)/,
    not: eased,
  },
  {
    name: "favour called in",
    move: "pressure",
    pattern:
      /\bafter (?:all|everything) (?:i've|i have|i|we've|the (?:time|work|hours|effort))\b|\byou owe (?:me|us)\b|\b(?:do|sign|take) (?:it|this|that) for me\b|\bhelp me (?:out here|hit|reach|make)\b|\bmy (?:quota|bonus|commission|sales target|numbers|job (?:depends|is))\b|\bi (?:really |badly |desperately )?need (?:this|the|your) (?:deal|sale|order|signature|contract)\b|\b(?:everyone|everybody|all the others|every other \w+|all your (?:neighbours|neighbors|competitors))(?: \w+){0,3} (?:already|has one|have one|signed|said yes|bought)\b|\byou(?:'re| are) the (?:only|last) (?:one|person|company|hotel|plant)\b/,
    not: eased,
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
    name: "rival despised",
    move: "disparage",
    whole: true,
    pattern: new RegExp(`\\b${rivals}\\b[^?]{0,70}\\b(?:${contempt})(?!\\w)`),
    not: negated,
  },
  {
    name: "rival not to be trusted",
    move: "disparage",
    whole: true,
    pattern: new RegExp(
      `\\b(?:can't|cannot|can not|never|don't|do not|wouldn't|would not|shouldn't|nobody|no one|who|only (?:a |an )?(?:fools?|idiots?|amateurs?))\\b.{0,34}\\b(?:trust\\w*|buys?|buying|use[sd]?|touch|rely|relies|count on|believe|deal with|recommend\\w*|go(?:es)? (?:with|to|near)|sign\\w* with|choose|chooses|pick|picks|work with|take)\\b.{0,18}\\b${rivals}\\b|\\b(?:stay away from|steer clear of|run from|avoid|feel sorry for|pity|laugh(?:s|ed|ing)? at|beware of|good luck with|enough (?:bad|horror) \\w+ (?:about|of)|(?:rubbish|junk|garbage|mess|lies|nonsense|trash|scrap|crap) (?:from|by|of|at|that))\\b.{0,30}\\b${rivals}\\b|\\b${rivals}\\b.{0,12}\\b(?:is|are|'s|'re) (?:only |just |so )?(?:cheap\\w*|free|low)\\b.{0,8}\\b(?:because|for a reason|since)\\b|\\b(?:for|at|from|with) ${rivals},? (?:you'd|you'll|you(?: would| will| are| can)?|your|it's|it is|nothing|expect)\\b.{0,30}\\b(?:regret|lose|wait(?:ing)? (?:forever|weeks|months|for months)|nothing works|never (?:hear|get|see|reach)|be (?:sorry|stuck|alone|left)|be back to|disappoint\\w*|cry|suffer|pray|gamble|nobody)`,
    ),
    not: new RegExp(`${negated.source}|\\bwhat\\b.*\\?|\\bdid\\b.*\\?`),
  },
];
