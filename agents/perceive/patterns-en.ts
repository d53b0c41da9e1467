import type { Cues, Rule } from "./rule";

const money =
  "(?:[$€£¥]\\s?\\d[\\d,.]*(?:\\s?[km]\\b)?|\\d[\\d,.]*\\s?(?:k\\b\\s?)?(?:dollars?|euros?|pounds|bucks|usd|eur))";

const day =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next (?:week|month)|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|june|july|august|september|october|november|december) \\d)";

/** Ways of making a move that several clauses of a message may hold. */
export const rules: Rule[] = [
  {
    name: "salutation",
    move: "greet",
    pattern:
      /^(?:well,? |oh,? |(?:(?:mr|mrs|ms|miss|dr)\.? )?[a-z]+(?: [a-z]+)?[,!] |(?:(?:mr|mrs|ms|miss|dr)\.? )?(?!(?:a|the|had|have|very|one|another|say|said|such|for|in|this|on|our|every|is|was|it's)\b)[a-z]+ (?=(?:hi|hello|hey|good (?:morning|evening|afternoon|day))\b))?(?:h+i+|guten (?:tag|morgen|abend)|bonjour|hola|ciao|salut|servus|buongiorno|namaste|hej|hullo|(?:what's|whats|was) ?up|wassup|top of the morning|pleased to meet you|hi+ya|h[ae]ll?o+w?|he+y+a?(?: there)?|howdy|g'?day|yo|go+d (?:morning|afternoon|evening|day)|mornin[g']?|afternoon|evening|greetings|dear|welcome)\b(?! (?:time|question|point|shift|of|to|tea|meeting|the|is|are|was|works|suits|back))/,
  },
  {
    name: "introduction",
    move: "greet",
    pattern:
      /^(?!(?:i'm|we're|it's|over|right|from|out|up|down|not|still|again)\b)(?:[a-z]+ ){1,2}(?:here\W*$|here,? from\b|speaking\W*$)|\byou(?:'re| are) (?:speaking|talking) (?:to|with) \w+ (?:\w+ )?(?:from|of|at)\b|^(?:this is|it's|its|i'm|my name is|my name's|the name's) (?!\w+ing\b)(?:\w+(?: \w+)? (?:from|of|at|with|calling from|here|speaking|again)\b|(?!me\b|time\b|fine\b|ok\b|good\b|true\b|sad\b|sorry\b|here\b|hard\b|late\b|great\b|all\b|clear\b|in\b|on\b|not\b)[a-z]{2,12}\W*$)/,
  },
  {
    name: "thanks for time",
    move: "build_rapport",
    pattern:
      /\b(?:thanks?|thank you|thx|appreciate|grateful)\b.{0,25}\b(?:time|call\b|seeing (?:me|us)|having (?:me|us)|meeting|picking up|taking|making|squeezing|invit\w*|agreeing|staying with|being (?:a |such |our |so (?:kind|loyal|patient|flexible))|your (?:loyalty|patience|hospitality|trust|warm|kind|quick|flexibility)|coffee|tour|showing (?:me|us)|(?:warm )?welcome|hospitality|joining|coming|dialling|getting back|the (?:quick|kind|fast) (?:reply|answer)|your (?:reply|answer|mail|message))/,
  },
  {
    name: "well-being",
    move: "build_rapport",
    pattern:
      /\bhow (?:are (?:you|things)|was your (?:weekend|week|trip|holiday|day|flight|summer)|have you been|is your (?:day|week|morning)|'s your (?:day|week|morning|weekend)|is it going|did the (?:opening|move|trip) go)\b(?! (?:using|planning|going to|handling|managing|doing (?:it|that|this|with)))|\bhow(?:'s| is| are|'re| was| were) (?:(?:your|the) (?:day|week|morning|weekend|family|kids|holidays?|vacation|summer|break|journey|drive|flight|trip|new (?:office|house|baby|job|role)|(?:wife|husband|son|daughter)|christmas|easter|weather)|it going|things|life|everyone|everybody)\b(?! (?:using|handling|planned|planning|calculated|paid))|\bhow have (?:things|you) been\b|\bdid you (?:have|enjoy|get) (?:a |an |your |the )?(?:good|nice|great|lovely|pleasant|holidays?|weekend|vacation|break|some rest|safe)\b|\b(?:any|got) plans for (?:the|your) (?:weekend|holiday|summer|evening)|\b(?:long time no see|it's been (?:a while|ages|too long)|happy (?:new year|birthday|anniversary|friday|monday)|merry christmas|welcome back|enjoy (?:your|the) (?:weekend|evening|holiday|day)|have a (?:nice|great|good|lovely))\b|\bhope (?:you(?:'re| are| had)|your|the week|the weekend|all|everything)\b/,
  },
  {
    name: "public fact or praise",
    move: "build_rapport",
    pattern:
      /\b(?:congrat\w*|i (?:saw|read|noticed|heard)(?: that| about)? (?:you|your|the (?:piece|article|news|interview))|i admire|impressive|(?:i )?(?:really )?(?:love|like|liked|enjoyed|loved) (?:your|the) (?:office|place|lobby|hotels?|view|building|new|article|talk|interview|post|podcast|shop|garden|tie|picture|photo)|what (?:a|an) (?:lovely|nice|great|beautiful|impressive|wonderful|amazing|fantastic|cosy|cool) \w+|i've (?:been following|heard (?:so much|a lot|great|good|only good))|(?:your|the) (?:\w+ )?(?:garden|view|office|lobby|building|entrance|place) (?:is|looks) (?:\w+ )?(?:lovely|great|nice|beautiful|impressive|amazing|wonderful|fantastic)|well done (?:on|with)|great (?:job|work) (?:on|with)|nice (?:to|place|office)|^(?:(?:hi|hey|hello|good|morning|afternoon|evening)\b[\w ,]{0,24})?\b(?:nice|lovely|beautiful|cool|handsome|great|love (?:the|your|that)) (?!to\b|of\b|question|point|price|one\b|try|deal|offer|news|value|idea|day|talking|speaking|meeting|but\b|and\b|that\b|if\b|for\b|in\b|so\b|then\b|fit|job|way|time|product|card|plan|discount|savings?)\w+(?: (?:you have|btw|by the way|there|outside|you've got|of yours|on the wall))*\W*$|pleasure (?:to|speaking)|lovely to|(?:good|great|nice|lovely|wonderful|happy|glad) to (?:finally )?(?:see|talk|speak|meet|hear (?:from|your voice)|be (?:here|back))|(?:sends?|says?) (?:his|her|their|you)? ?(?:regards|hello|best wishes)|put a face|colleague \w+ told me|been with us (?:for|since)|so did i\b|we have (?:that )?in common)/,
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
    name: "aim of the talk",
    move: "set_agenda",
    pattern:
      /\b(?:my|our|the|one|only) (?:\w+ )?(?:aim|goal|plan|idea|objective|intention|suggestion|proposal|hope|target)s?(?: (?:for|of|in|with) (?:today|this (?:call|meeting|talk|chat|conversation)|the (?:call|meeting|talk|next \w+)|our \w+|us|now|the next \w+ minutes))? (?:is|would be|today|was)\b(?! (?:higher|lower|cheaper|paid|billed|cut|reduce|save))|\b(?:keep|limit) (?:it|this|us|myself|things|the (?:call|talk|meeting)) (?:to|under|within|at|short)\b|\b(?:would|will|do|is|are|can we (?:do|say)) (?:about |just )?(?:\d+|five|ten|fifteen|twenty|thirty|half an|a few|a couple of) ?(?:mins?|minutes|hour)\b.{0,12}\b(?:work|suit|ok(?:ay)?|fine|do|enough|all right|alright|possible|fit)\b|\b(?:here's|this is|that's) (?:how|what) i(?:'d| would|'ve| have)? (?:like to|suggest|propose|planned|plan|thought|see (?:today|this (?:call|meeting))|imagine (?:today|this))|\b(?:in|for|over) the next (?:\d+|five|ten|fifteen|twenty|thirty|few) minutes\b|\bwhat i(?:'d| would) (?:like|love) to (?:do|cover|achieve|talk about|get to|go through)\b|\b(?:two|three|four|a few|a couple of|\d) (?:things|points|topics|items|questions) (?:i(?:'d| would)?|for today|to (?:cover|discuss|go through)|on my (?:list|mind))\b|\bby the end of (?:this (?:call|meeting|talk)|our (?:call|meeting|talk)|today|the (?:call|meeting|hour))\b.{0,24}\b(?:you|we|i)\b|\bbefore (?:i|we) (?:start|begin|get (?:going|started)|dive in|talk (?:about )?(?:prices?|product))\b|\b(?:first|to start(?: with)?),? (?:i(?:'d| would|'ll)?|you|we|a few questions|your|some questions)\b.{3,70}\b(?:then|after that|afterwards|and at the end)\b.{0,20}\b(?:i|we|you|my|the|our|your)\b|\b(?:today|this call|this meeting) (?:is (?:about|only|just|for)|i(?:'d| would|'ll)|we(?:'ll)?|should)\b(?! (?:pay|lose|have))|\bi(?:'d| would|'ll)? (?:like|suggest|propose) (?:that )?(?:we|to|you|i) (?:start|begin|open|talk first|first|look|go|speak|take it)\b|\b(?:ask|start with|begin with|go through|run through) (?:you )?(?:a few|some|two|three|a couple of|my|your|\d) (?:\w+ )?(?:questions|things|points)\b|\b(?:mind|ok|okay|all right|alright|fine) (?:with you )?if (?:i|we) (?:just |first )?(?:ask (?:you )?(?:a few|some|two|three|a couple|questions|first)|start|begin|take (?:notes|you)|walk you|go through|use|spend|run)\b|\b(?:is|would) (?:this|now|it)(?: be)? (?:still )?(?:a )?(?:good|ok|okay|bad|convenient|right) (?:time|moment)\b|\b(?:quick|short|rough) (?:plan|outline)\b|^(?:plan|agenda|outline|today|for today):|\b(?:let's|could we|can we|shall we|may i|i'd like to|we could|how about we|how about i|i'll) (?:please )?(?:start|begin|open|kick off)\b(?! (?:the|with the|a|an|in|on|from) (?:contract|pilot|order|trial|roll-?out|paperwork|subscription|\w+day|next|january|february|march|april|may))|\b(?:we|i) (?:have|'ve got|only have) (?:an hour|half an hour|until|till|\d+ min|twenty|thirty|fifteen|ten)\b|\bhow about i (?:ask|start|first|begin|show)\b|\bstructure (?:of|for|our|the) (?:call|talk|meeting|today)|\byou (?:first )?tell me\b.{3,50}\b(?:and )?(?:then )?i(?:'ll)? (?:tell|show|explain|say|answer)\b|\bthen (?:you|we)(?: can)? (?:decide|see|judge) (?:whether|if)\b/,
    not: /\b(?:roll-?out|instal\w*|go live|overtime|percent|a trainer|two hotels|weeks)\b/,
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
      /^(?:so )?did i (?:miss|forget|leave out) (?:anything|something)\b|^have i got (?:that|it|everything|all)(?: right)?\b|\b(?:let me (?:play|repeat|recap|summari[sz]e|sum|say|run|see if|make sure|check)\b.{0,20}\b(?:back|up|what|recap|have this|i have|i've got|understood|got this|got it right|i understood|summari[sz]e|that)|to (?:sum(?:mari[sz]e)?(?: up)?|recap)\b|(?:just to|to quickly|let's|quick) (?:summari[sz]e|recap)|in (?:summary|short|a nutshell)|so far i(?:'ve| have)? (?:heard|understood|noted)|if i(?:'ve| have)? (?:understood|heard|understand|got|read) (?:you|that|it|this|right)|here(?:'s| is) what i(?:'ve| have)? (?:heard|understood|understand|noted|got)|what i(?:'m| am| have|'ve)? (?:taking away|heard|hear|take away|understood|noted)|correct me if i(?:'m| am)|what i(?:'m| am) hearing|(?:from|given|based on) (?:what|everything|all) you(?:'ve| have)? (?:said|told|shared|described)|just so (?:i|we)|(?:just )?(?:checking|to check) (?:i|that i|my)\b|have i (?:understood|got|heard|read|captured)|(?:i've|i have) (?:written|noted|got) (?:down )?(?:two|three|four|that|this|so far|:)|(?:i hear|i've noted|i noted|noted|we said|where we stand|my understanding|the way i (?:see|understand) it|what we have)(?: so far| is)?(?::|,| that| is)|(?:two|three|four) (?:points|things|topics)(?: then| so far)?:|fair to say|(?:then|so) we(?:'ve| have)? (?:agreed|agree|said)|before we (?:go on|continue|move on),? (?:quickly|let me|a (?:quick|short))|(?:the |our )?(?:picture|list|state of play|summary|recap|situation) (?:so far|is|as i)|^(?:ok |okay |right |and )?so far(?:,|:| we| you| i)|^(?:(?:summary|recap)(?=[:,]| so far)|in sum|all in all|in brief|briefly|bottom line)\b|let me (?:go over|put (?:it|that|this|together)|pull|list|name|sort|gather|tie|read back|retrace|just repeat|quickly (?:repeat|recap|run))|(?:your|the) (?:main|biggest|key|two|three|top) (?:concerns?|points?|issues?|needs?|worries|priorities|things) (?:are|is|were|seem)|you(?:'ve| have)? (?:told me|said|mentioned|named|listed|raised) (?:two|three|four|several|that)?[^,?]{3,50}, [^,?]{3,50},? and |(?:your|the) (?:\w+ )?(?:points|priorities|concerns|needs|worries|topics) (?:were|are)\b|(?:two|three|four) (?:\w+ )?(?:things|points|topics|matters) (?:count|matter|are important|stand out|decide)|in other words,? (?:you|for you|it's)|(?:that|this) (?:makes|leaves us with|gives us) (?:two|three|four)|(?:so,? )?(?:basically|essentially),? you|summing (?:it |this |that |things )?(?:all )?up|let me (?:just |briefly |quickly )?summari[sz]e|as far as i(?:'ve| have)? (?:understood|understand|heard|see)|(?:going|looking|thinking) back (?:over|on|at)|let me see (?:if|whether) i(?:'ve| have)? (?:got|understood|heard|have|get)|on the same page|(?:two|three|four) (?:things|points)[, ]+then|(?:put|putting|taking|take) (?:that|it|this|all of (?:it|that)|everything) together|(?:to )?wrap(?:ping)? (?:it |this |things )?up|get this straight|(?:check|test) my understanding|(?:just )?to be (?:sure|clear) i|(?:as|so as|from what) i understand (?:it|you|things)|(?:my|according to my|looking at my) notes|(?:we've|we have|you've|you have) (?:now )?(?:agreed|covered|established|talked (?:about|through)|discussed|told me (?:about )?(?:two|three|four|that .{3,40}, and))|the (?:main|key) points (?:are|were|so far)|(?:two|three|four) (?:things|points) (?:matter|stand out|so far|you)|(?:so )?(?:putting|pulling) (?:it|this|that|things) (?:all )?together|(?:did|have) i (?:understand|understood|get|got|hear|heard|note|noted|catch|caught|miss|missed|forget|forgotten|cover|covered)\b.{0,20}\b(?:right|correctly|correct|everything|all|anything|something)|is that (?:a fair|the right|a good|a correct) (?:summary|picture|reading|recap)|^(?:(?:ok|okay|right|well|and|good),? )*so(?:,| then,?)? (?:what (?:really |mainly )?(?:matters|counts|is important)(?: most)? (?:to|for) (?:you|your \w+) (?:is|are)|(?:it's|for you it's|you (?:want|need|care about|are looking for|have|'re after|said|would like|also)|your (?:main|three|top|two|biggest) \w+ (?:is|are)|we have|i have|on (?:your|the) list|there(?:'s| are)) [^,?]{2,60}, [^?]{2,80}(?:,| and) [^?]+[^?]$|\w+(?: \w+)? is (?:no|not an|not the) issue)|so what you(?:'ve| have)? (?:told|said|need|want)|^(?:(?:ok|okay|right|well|and|good|great|alright),? )*so[,:]? (?!(?:if|when|how|what|who|why|where|which|that|shall|should|can|do|does|is|are|will|would)\b)(?![^?]*\b(?:we|our|i'll|i can|i could|i'd|if|because|let's)\b)[^,?]{3,60}, [^,?]{3,60}(?:, (?:and )?|,? and )[^,?]{3,}$|to make sure i(?:'ve)? (?:understood|got)|so recap|recap:|so to recap)/,
    not: /\bif i understood you correctly\?$|let me see if my/,
  },
  {
    name: "go ahead",
    move: "ask_commitment",
    pattern:
      /\b(?:shall|should|can|could|may|would you like|do you want|want|ready|happy|are we ready|okay|ok if|let's|let us|like me) ?(?:we|i|you|us|to|me)?(?: to)? ?(?:now |then |just )?(?:go ahead|go for it|move forward|move ahead|proceed|get started|start the (?:contract|order)|sign|get (?:it|this|that) (?:done|signed)|close (?:this|it|the deal)|seal|shake (?:hands )?on|finali[sz]e|make it official|call it a deal|put (?:it|the order|this|you) (?:through|in|down)|place the order|put the order|order (?:it|the|one)|set (?:up )?(?:it up|the upgrade|that up|the account)|book (?:it|the order)|switch to|do (?:it|this|the deal)\b|upgrade (?:now|today|you)|confirm the|lock (?:it|this) in|apply)/,
    not: /\b(?:who|how|when|what|which|where|why)\b.{0,20}\b(?:sign|decide)|\bwho signs|signs? off|don't want|not ready|\b(?:i|we) (?:can|could|will|would) do (?:it|this|that) (?:for|at|by|in|on|with|without)\b|before (?:we|you|i) (?:go|sign)|shall we (?:do|start) (?:the|a) (?:call|demo)|to (?:do|try) (?:it|this) (?:again|with)|why|we (?:do|sign) (?:it|this) (?:over|every)|let me see/,
  },
  {
    name: "deal asked",
    move: "ask_commitment",
    pattern:
      /\b(?:do we have|have we got|is that) (?:a deal|an agreement)\b|\b(?:are you|you) (?:in\b(?=\W*$)|on board|ready to (?:go|sign|start|order|commit|buy|move|decide)|prepared to|happy to (?:go|sign|move|place|proceed|start))|\bcan i count (?:on|you)\b|\bwhat do you say\b|\bcan we (?:agree|shake|close|call)\b|\b(?:will|would|won't) you (?:then |now |please |just )?(?:sign|buy|order|commit|come on board|go ahead|join us|say yes|give me the (?:order|go))\b|\b(?:shall|should|can|may) (?:we|i) (?:then |now |just )?(?:switch|move|sign|start|order|enrol|enroll|register|reserve|activate|open|write|note|mark|put|get|bring) (?:you|your|it|this|them|the (?:order|paperwork|card|contract|pilot))\b(?! (?:to|in touch|back|an?|with (?:the|our|a) (?:technician|colleague|trainer)|why|how|what)\b)|\b(?:can|may|do|shall) (?:i|we) (?:have|get|take|count on) your (?:signature|order|ok|okay|yes|go-?ahead|commitment|word|agreement)\b|\b(?:have|get|need|count on|see) your signature\b|\bare we (?:agreed|doing (?:this|it)|on|good|settled)\b(?=\W*$)|\b(?:is|so|so is|was) (?:that|it|this) a (?:yes|deal|go)\b|\bwhat(?:'s| is| would be)? (?:stopping|keeping|holding) (?:you|us)\b.{0,20}\b(?:sign|start|order|say|go|today|decid)\w*|\b(?:are|would) you (?:willing|happy|ready|able|prepared) to (?:sign|go|order|commit|start|move|decide|buy|take|switch|place|join)\b|\bdo you want (?:it|the (?:card|machine|contract))\W*$|\blet's (?:sign|shake|close|seal|go for it|make it (?:official|happen)|wrap (?:it|this) up|start (?:the|with the) (?:order|paperwork|contract))\b|\bwhere do (?:i|you|we) sign\b|\bwhen (?:can|do|shall|could|will) (?:we|you) sign\b|\b(?:keeps?|stops?|holds?|prevents?|keeping|stopping|holding) (?:you|us)\b.{0,12}\b(?:sign\w*|order\w*|start\w*|saying yes|going ahead|deciding)\b|\bput (?:our|your) (?:names?|signatures?) (?:under|on|to)\b|\b(?:do|should) we (?:go for it|have a go|do (?:it|this)|go ahead)\b|\b(?:draw up|prepare|print) the contract\b.{0,24}\b(?:sign\w*|agreed|yes|ok|okay|shall)|\bfor your signature\b|\bis it a (?:yes|deal)\b|\bget the contract signed\b|^(?:so |ok |then )?(?:shall|can|may|should) i (?:just )?send (?:you |over |it )?(?:over )?the (?:contract|paperwork|order form|agreement)|\bgood to go\b|\blet's get (?:you|this|it) (?:signed|started|set up|going)|\blet's (?:get (?:it|the \w+) signed|do (?:it|this))\b|\bready to go ahead\b|\bwould you (?:buy|sign|commit|take it)\b|\bwill you (?:take|sign|buy|go) (?:it|with)\b|\bdeal\?$/,
  },
  {
    name: "follow-up offered",
    move: "propose_next_step",
    pattern:
      /\b(?:i(?:'ll| will| can| could|'d)?|we(?:'ll| will| can| could)?|let me|my colleague will|our \w+ will) (?:then |also |just |gladly |happily )?(?:send|e-?mail|mail|call you|call back|ring|phone|come back to you|get back to you|come by|write (?:it |that |this |you )?(?:up|down|an)|book|schedule|set up (?:a|the|another) (?:call|meeting|demo|trial|pilot|visit)|put (?:it|that|this|both) (?:in writing|together)|follow up|be in touch|reach out|share (?:the|a)|prepare (?:the|a|an)|pencil|arrange|draft|work out the (?:figures|numbers)|drop you|confirm (?:by|on|in)|bring (?:the|you)|get in touch)\b/,
    not: /\b(?:send|book) (?:a|one) (?:trainer|technician|driver)|\bwe (?:send|book|call|bring|share|schedule)\b(?!.{0,40}(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday|next|\d))|\bwon't\b|\bcalled you first\b/,
  },
  {
    name: "next step named",
    move: "propose_next_step",
    pattern:
      /\bnext steps?\b(?:[^.?!]{0,30}:|[^.?!]{0,24}\b(?:is|would|could|i|we|you)\b)|\b(?:by|before|until|on|this|next|come) (?:monday|tuesday|wednesday|thursday|friday|tomorrow|the \d+\w*|week)\b[^.?!]{0,20}\b(?:you(?:'ll)? (?:have|get|receive|will have)|i(?:'ll| will)|we(?:'ll| will))\b|\b(?:i(?:'ll| will)|we(?:'ll| will)|let me)\b[^.?!]{0,60}\band (?:then )?(?:call|ring|phone|e-?mail|send|meet|come|be|get|see|show|bring|talk|speak)\b[^.?!]{0,40}\b(?:monday|tuesday|wednesday|thursday|friday|tomorrow|tonight|next|week|\d)/,
    not: /\bwhat(?:'s| is| are| would be)? (?:the|your) next step/,
  },
  {
    name: "day asked or promised",
    move: "propose_next_step",
    pattern: new RegExp(
      `\\b(?:does|do|would|is|are|will|how about|what about|maybe|perhaps|say)\\b.{0,24}\\b${day}\\b.{0,30}\\b(?:suit|work|ok|okay|fine|good|free|available|possible|convenient|all right|alright|better)|\\b(?:are|would) you (?:be )?(?:free|available|around|there|in)\\b.{0,24}\\b${day}\\b|\\b(?:i|we)(?:'ll| will| shall)\\b(?! (?:be (?:live|running|done|finished)|instal|go live|deliver|roll|start|save|run|lose|pay|have (?:it|them) (?:running|live)))[^.?!]{3,60}\\b(?:by|before|on|until|next|this)? ?${day}\\b`,
    ),
    not: /\bprice|discount|\bsign\b|\b(?:goes|go) up\b|\bor\b.{0,20}\b(?:gone|lose)/,
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
      /\b(?:i|we)(?:'ll|'d| can| could| will| would)? throw in\b|\b(?:i(?:'ll| can| could| will|'d)?|we(?:'ll| can| could| will|'d)?)\b.{0,25}\b(?:throw in|include|add|give you)\b.{0,40}\b(?:for free|free of charge|at no (?:extra )?(?:charge|cost)|on (?:us|the house)|free)\b|\b(?:first|one|two|three|\d+) (?:months?|years?|visits?) (?:for )?free\b|\b(?:is|are|'s|comes?|goes|would be|will be) (?:then )?(?:on (?:us|me|the house)|for free|free for (?:the|you|your|one|two|three|a|\d)|waived|half (?:the )?price)\b|\b(?:i|we)(?:'ll| will| can| could| would|'d|'m able to| am able to)? (?:just )?(?:do|make|let you have|go to|go as low as|move to|offer|get|bring|take|drop|lower|cut|reduce|set) (?:it|this|that|you|them|the \w+)? ?(?:down )?(?:there |here )?(?:for|to|at|by) (?:only |just )?(?:[$€£]\s?\d|\d[\d,.]*\s?(?:k\b|dollars|euros|a (?:seat|head|month)|per|%|percent)|(?:a|one) (?:tenth|fifth|quarter|third|half)|(?:\w+[ -]){1,4}(?:dollars|euros|percent|thousand|hundred))|(?:[$€£]\s?\d[\d,.]*k?|\d+ (?:dollars|euros)|(?:\w+ )(?:dollars|euros)) instead of\b|\b(?:do|make|let you have) (?:it|this|that|you) (?:at|for) \d{1,3}(?:,\d{3})+|\b(?:i|we) (?:can|could) (?:make|do) (?:it|that) \d|\bwould (?:\w+ ){0,2}(?:\d+ ?%|percent|per cent)(?: off)? (?:help|do|work|make|be enough|settle)|\bthrow (?:\w+ ){1,3}in\b|\b(?:is|are|comes?|as) (?:then )?(?:a|my|our) (?:gift|present)\b(?! for)|\bsweeten\b|\b(?:knock|take|took|shave|cut|drop|strip) (?:\w+ ){0,3}off\b(?! (?:your (?:mind|hands|plate|shoulders)|the (?:table|shelf)|my hands))(?=.{0,30}(?:price|bill|freight|fee|thousand|hundred|\d|percent|total))|\b(?:shave|knock) off \w+|\b(?:take|took) off (?:the )?(?:freight|fee|shipping|set-?up|delivery|\d|\w+ (?:percent|hundred|thousand))|\bbring (?:the |your )?(?:price|fee|cost|it|that) down\b|\b(?:i|we)(?:'ll| will|'d| would| can| could) (?:do|give(?: you)?|offer(?: you)?|go to|allow(?: you)?|agree to|manage) (?:\w+ )?(?:\d[\d.]* ?%|(?:\w+|\d+) (?:percent|per cent)\b)|\b(?:early[- ]bird|friends?|special|introductory|loyalty|preferential|reduced|promotional) (?:rate|price|terms|conditions|offer|fee)\b|\b(?:a )?(?:rebate|credit|voucher|bonus|cash-?back payment) (?:of|worth) [$€£]?\d|\b(?:trade|take) in your old\b|\b(?:first|second|third|one|two|three) (?:months?|years?|visits?)\b.{0,20}\bfor nothing\b|\b(?:reduce|lower|cut|drop) (?:it|this|that) (?:to|by)\b|\b(?:allows?|lets?) me (?:to )?(?:go |give |offer |do )?(?:you )?(?:\w+|\d+) ?(?:percent|%)|\bmatch (?:\w+'s|their|that|the) (?:price|quote|offer)\b|\bwith a free \w+|\b(?:some|a (?:bit|little) of|still) room (?:on|in) (?:the |our )?price|\b(?:my|our) (?:very )?best (?:price|offer)\b|\b(?:wiggle )?room (?:on|in) (?:the|our) price\b|\b(?:i|we)(?:'ll| will| can| could|'d) (?:also )?(?:pay|cover|take care of|take over|bear) (?:for )?(?:the|your) (?:freight|shipping|delivery|transport|fee|installation|set-?up|training|first)\b|\bloyalty (?:bonus|discount|rebate)\b|\b(?:a|one) (?:tenth|fifth|quarter|third) (?:off|less|cheaper)\b|\bon the house\b|\bhalf[- ]price\b|\b(?:meet you (?:halfway|in the middle)|split the difference|sharpen (?:my|the|our) pencil|(?:something|a bit|better) (?:off|on) the price|round (?:it|that|this) down)\b|\b(?:free|extra|bonus) (?:month|year|quarter|service|visit|training|trial month|delivery|installation|points)s?\b(?= (?:if|when|for|on|as|then|to|with)|\W*$)|\b(?:i|we)(?:'ll| will| can| could)? (?:refund|credit|waive|absorb|cover the|sponsor|subsidi[sz]e|swallow)\b|\byou (?:get|can have|may have) (?:it|this|that|the \w+) for (?:\$|£|€)?\d/,
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
      `\\b(?:price|fee|cost|costs|list price|comes? (?:to|in at)|lands? (?:at|on)|starts? (?:at|from)|stands? at|runs? to|amounts? to|adds? up to|works out|we're at|we are at|you'd be at|you'd pay|you pay|you would pay|charge|it's|its|it is|is|at|makes|be|that's|total|all in)\\b.{0,30}(?:${money}|\\b\\d[\\d,.]*k\\b|\\b\\d{2,3}(?:,\\d{3})+\\b)|${money}\\s?(?:,? ?(?:a|an|per|each|/|for (?:a|the|one)))\\s?(?:seat|user|head|month|year|employee|unit|piece|person|licen[cs]e|machine|card|plus|\\w+)|\\b\\d[\\d,.]*\\s?(?:k\\s?)?(?:dollars |euros )?(?:a|per) (?:seat|user|head|month|year|employee|person|licen[cs]e)\\b|\\blist price \\d|\\b(?:nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand) (?:dollars|euros) (?:a|per)\\b`,
    ),
  },
  {
    name: "price in bare figures",
    move: "quote_price",
    pattern:
      /\b(?:it's|its|that's|it is|comes to|costs?|price is|fee is|pay|land at|lands at|starts at|for|only|just) (?:about |around |only |just |then )?\d[\d,.]*(?: plus [\w ]+)?\W*$|\b(?:hundred|thousand|[a-z]+ty|[a-z]+teen|nine|eight|seven|six|five|ten|eleven|twelve)(?:[ -][a-z]+){0,4} (?:a|per) (?:year|month|seat|head|user|employee|person|licen[cs]e)\b|\b(?:hundred|thousand|[a-z]+ty|[a-z]+teen|nine|eight|ten|eleven|twelve) (?:dollars|euros|pounds|bucks)\b/,
    not: /\b(?:times|visits?|hours?|days?|weeks?|at|page|trips?|years old|percent) ?\W*$|\d ?%|\bsave/,
  },
  {
    name: "feeling put into words",
    move: "empathise",
    form: "statement",
    pattern:
      /\b(?:must|can't|cannot|can|would|could) (?:really |not |still )?(?:be|have been|feel|have felt|get|hurt|sting|be so|weigh|drain|have (?:hurt|stung|cost you (?:sleep|nerves)))\b.{0,24}\b(?:scar\w+|tiring|tired|hard|tough|rough|maddening|infuriating|drain\w*|nasty|frightening|lonely|stressful|frustrating|exhausting|annoying|hurts?|painful|difficult|unpleasant|horrible|terrible|awful|old|wearing|demorali[sz]ing|worrying|nerve\S*|upsetting|disappointing|discouraging|shock|nightmare|easy|fun|pleasant|on you|sleep|sting)\b|\bmust (?:really )?(?:hurt|sting|weigh|sap)\b|\b(?:that|this|it|what you describe|being \w+|having \w+|losing \w+)(?:'s| is| was| does|)? ?(?:sounds?|seems?|feels?)? (?:really |so |very |quite |just |pretty |truly )?(?:like )?(?:an? |no )?(?:really |very |such an? )?(?:scary|nasty|tiring|rough|maddening|infuriating|draining|frightening|lonely|terrible|dreadful|nightmare|headache|sad|demorali[sz]ing|heavy|bitter|unfair|wearing|long (?:night|day|week|evening|weekend|winter)|fun|shock|burden|worrying|thankless|miserable|heartbreaking|gruelling|grueling|no fun|a pain)\b|\bi (?:don't|wouldn't|really don't) envy\b|\bi (?:really |do )?feel for (?:you|your|them|her|him)\b|\bi can (?:only |just |well |really )?imagine\b(?!.{0,30}\b(?:you(?:'d| would| could) (?:save|use|like)))|\bi know (?:that|the|how (?:that|it|this)) (?:feel\w*|hurts|hard|stress\w*|tiring)|\b(?:so |really |very |truly |terribly )?sorry (?:you (?:had|have|went|were)|to hear|that (?:you|this|it|happened)|about (?:that|your|the|what)|this happened|for (?:you|the trouble|your))\b|\b(?:poor you|poor thing|oh dear|oh no|ouch|ugh|yikes)\b|\bwhat (?:a|an) (?:\w+ )?(?:nightmare|pain|night|mess|shock|ordeal|headache|shame|pity|week|day)\b|\b(?:nobody|no one|who) (?:likes|wants|enjoys|deserves|needs|should have)\b.{0,30}\b(?:that|this|to|it|such|on (?:a|their))\b|\b(?:any(?:one|body)|everyone|i) (?:would|'d) (?:also )?(?:be|feel|lose|hate)\b|\bin your (?:shoes|place|position)\b|\b(?:weighs?|weighing) on (?:you|your|them)\b|\b(?:los(?:e|ing) sleep|sleepless|keeps? you (?:awake|up)|sick of|fed up|on edge|heart sinks?|nerves)\b/,
    not: /\b(?:don't|no need to|not to|never|nothing to) (?:worry|stress)|\bso you avoid|stress-?free|\bsorry,? (?:but|i|could|can|what)\b|\bi(?:'d| would) (?:be|feel) (?:happy|glad|delighted|pleased|surprised|able)|\bmust be (?:easy|signed|paid|possible)/,
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
      /\b(?:so (?:that )?(?:you|nobody|your|no one|the)|you(?:'d| would|'ll| will| can|r team can)? (?:get|save|have|avoid|see|earn|cut|reduce|gain|be able|no longer|don't (?:have|pay)|keep|won't)|helps? (?:you|your)|lets? (?:you|your)|allows?|gives? (?:you|your|every|each)|saves? (?:you|your|time|money|energy)|(?:will|can|could|to)? ?(?:cuts?|reduces?|lowers?|halves?|speeds? up|frees? up) your|means? (?:that )?(?:you|your|no|less)|for you that means|frees?|takes? care of|takes? .{0,30} (?:away|off (?:you|your|their|her|his|the))\b|makes it (?:easy|easier)|so nobody|(?:nobody|nothing|no one) (?:ever )?(?:has|needs|must) to|no more (?:\w+ ){0,2}(?!than)\w+|that way,? (?:you|your|the)|(?:which|that|meaning)(?: means)? (?:you|your)|(?:built|designed|made|meant) (?:for|to)|pays? (?:for itself|off)|(?:automatically|by itself|on its own|at a glance|in one place|with one click|at the push)|(?:sleep|relax|rest) (?:better|easy|easier|well)|peace of mind|(?:less|fewer) (?:work|stress|noise|paper\w*|time|errors?|mistakes?|trouble|calls|hours)\b|more time (?:for|with|to)|no one (?:has|needs) to|spares? (?:you|your)|turns? (?:your|the)|keeps? (?:running|your|you)|protects?)\b|\b(?:the|one|a|another|your|main|big) (?:\w+ )?(?:advantage|benefit|upside|beauty|gain|payoff) (?:for (?:you|your \w+)|here|of (?:it|this|that|the|our)|is)\b|\bwhat (?:it|this|that|our|the|§product§)\b.{0,30}\b(?:does|gives you|means for you|brings you|changes)\b.{0,14}\b(?:is|that)\b|\b(?:with|thanks to) (?:§product§|our \w+|this)\b.{0,40}\b(?:you|your|nobody|no one|they)\b|\byour (?:\w+ ){1,2}(?:finish|finishes|get|gets|can|could|keep|keeps|stay|stays|know|knows|see|sees|spend|spends|no longer|won't|will|stop|stops)\b.{0,60}\b(?:before|without|instead|and nobody|earlier|faster|on time|again|back|at once|in (?:one|minutes|seconds))\b|^(?:(?:and|so|now|just),? )*imagine\b(?!.{0,20}\b(?:how|that (?:was|is|must)|the (?:mood|stress|mess|trouble)))|\bwithout (?:you|anyone|anybody|your \w+) (?:having to|lifting|needing)\b/,
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
    /\b(?:i (?:can |do |totally |fully |completely |really )?(?:see|get|understand|hear|appreciate|recogni[sz]e|agree)\b|fair\b|fairly so|rightly|makes sense|no wonder|you(?:'re| are) (?:right|absolutely right)|valid|reasonable|i'd (?:have|be|roll|want|ask|feel|react)|that's true|agreed|understood|understandable|good point|sounds like|so you(?:'re|'ve| are| have)? (?:went|been|paying|carry|got|had|feel|worr|want|need|say|the|still|sitting|losing)|so what (?:hurts|matters|worries|bothers|you|counts)|so (?:the|your) \w+ (?:has|have|needs?) to|does sound|sounds? (?:like a lot|expensive|hefty|steep|silly|odd|daft|mad|crazy|strange|backwards?)|(?:is|are|was|were|be|'s|sounds) (?:really |quite |certainly |indeed |also |just |such )?(?:a |an )?(?:serious|steep|big|lot|hard|tough|too|real|long|unacceptable|not (?:good|ok|okay|acceptable|something|cheap|small)|cheap)|needs? a (?:good )?reason|burns? people|you (?:probably )?(?:can|should) (?:compare|check|ask)|you probably can|no fee|you've heard|i can (?:tell|imagine why|relate)|left a mark|hard to (?:beat|argue|ignore|swallow|justify)|(?:real|good|fair|serious|every) reason|you have (?:a point|every right|reason)|can't (?:argue|blame you|afford)|i don't blame you|(?:not|no) (?:small|little|trivial) (?:thing|sum|matter|amount|change)|i'd (?:worry|think twice|hesitate|say the same)|true enough|legitimate|justified|worth (?:taking seriously|worrying))\b/,
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
    /^(?:(?:and|so|but|ok|okay|then|well|now) )*(?:what (?:hurts|matters|counts|our|my|this|§product§|i|we|they|he|she|it|you (?:get|have|need|want|pay)|customers|makes (?:us|it|this|our)|happened (?:is|was))\b.*\b(?:is|was|are|that)\b|how (?:it|we|our)\b(?!.*\?)|which (?:is|means|brings|makes|gives|was|also|they|we|i)\b|when (?!(?:exactly|else|roughly|precisely|do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|might|shall)\b)(?:\S+ ){4,}[^?]*$|when (?:somebody|someone|you|we|they|it|the|a|people|that|he|she|i|managers|something)\b(?! (?:say|mean))|who (?:knows|cares)|what a\b|whatever|however|where (?:we|our|it|they)\b|why (?:we|our|i)\b)/,
  closed:
    /^(?:(?:and|so|but|ok|okay|then|well|now|great|also|or|right|good|sure|yes|just|hi \w+|hello \w+),? |[a-z]{2,12}, ){0,2}(?:is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|isn't|aren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|couldn't|can't)(?: not)? (?!me know|worry|it justice|need to worry|note|forget|be\b|you know what)\w+|, ?(?:right|correct|no|yes|is(?:n't)? (?:it|that|he|she)|don't you|aren't you|do you|doesn't it|won't you|haven't you|did i|okay|ok|agreed|true)\W*$/,
  notClosed:
    /^(?:(?:and|so|but|ok|okay|then|well|now|great|also|yes|that|it|this|[a-z]+) )?(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may|might|don't|can't|won't|isn't|doesn't)(?: (?:a|an|fine|ok|okay|also|be|not|been|really|already|always|the same|included|everything|love|like to|pay|use|lose|save|run|keep|get|give|take|cover|cut|worry|covered|separate|capped|quiet\w*|running|less|more|cheaper|free|better|worse|going|to|in|on|so|too|all)\b)/,
  consent:
    /^(?:(?:and|so) )?(?:(?:does|do|is|would|will|are|can) (?:that|this|it|you|we|20|\d+|\w+ minutes?)\b.{0,24}|(?:is |are )?.{0,12})?\b(?:ok(?:ay)?|fine|all right|alright|agreed?|sound(?:s)? (?:good|ok|okay|fair|right)|work(?:s)?(?: for (?:you|both|everyone))?|suit(?:s)?(?: you)?(?: both)?|good(?: for you| with you)?|possible|make sense|do you agree|with you|in order|a (?:good|bad|convenient) (?:time|moment))\b(?: with you| for you| both)?\W*$/,
  ours: /\b(?:we|we're|we've|we'd|we'll|us|our|ours|i can|i could|§product§|it|its|it's|this|they|that|the (?:difference|reason|price|cost|forty|hundred|fee|\w+ plan|\w+ card)|because|a rented|installation|support|customers)\b|^(?:but|yes,? but|well)\b/,
  yours: /\b(?:you|your|you're|you've)\b/,
  back: /\b(?:that|this|it|those|these|them|they|there|then|one)\b/,
  empty:
    /^(?:[\s.,!?~…'-]|ok(?:ay)?|k|yes|yeah|yep|yup|no|nope|sure|great|good|fine|nice|cool|right|perfect|wonderful|excellent|alright|all right|got it|i see|noted|thanks?|thank you|understood|hmm+|mm+|uh+|ah|oh|well|interesting|(?:great|good) question|really|exactly|absolutely|indeed|of course|true|lol|haha|wow|that's (?:interesting|great|good|nice|fine)|(?:very |so |many )|very much|a lot|good to know|great to hear|that's great to hear|sounds good|no problem)+$/,
  assertion:
    /\b(?:customers?|clients|plants|hotels|companies|users|people) (?:\w+ )?(?:cut|saved?|see|saw|report\w*|measured|run|use|went|reduced|are|have|get)\b|\b(?:median|average|on average|certified|iso|within|warranty|guarantee\w*|target|rated|tested|measured|decibels?|lead time|included|live with|per cent|percent|%)\b|\b(?:our|the) \w+(?: \w+)? (?:is|are|takes?|runs?|has|have|was|answers?|covers?)\b|\b(?:we|it) (?:had|have|has|is|are|takes?|answers?|deliver\w*|held|never|always)\b|\byou get \d|\bnobody else\b|\bseats can\b|\b(?:no|zero) (?:one else|other (?:\w+ )?(?:suppliers?|vendors?|tools?|banks?|cards?|machines?|compan\w+|providers?|products?|makers?|systems?|ones?))\b/,
  sweeping:
    /\b(?:(?<!\b(?:until|till|when|before|once|for|to|on|with) )every(?:one|body)(?! else)|the most (?:\w+ ){1,3}(?:in|on|of|anywhere|worldwide)\b|nobody has ever|all (?:our|other|the) (?:customers|companies|banks|hotels|plants|others)|most (?:people|customers|companies|clients)|nobody (?:else|has ever)|no one else|never (?:break|fail|had|crash|go|lose|cost|rise)\w*|always (?:work|deliver|on)\w*|best\b(?! (?:for you|way|time|of luck|regards|price|wishes))|market leader|leading|number one|#1|(?:the )?(?:lowest|highest|fastest|cheapest|safest|most reliable)|guaranteed?|100 ?%|studies show|research shows|proven|experts|twice as|world[- ]class|unbeatable|in the industry|(?:there(?:'s| is| are)|has|have|with|at|charges?) no (?:\w+ ){0,2}(?:fees?|costs?|limits?|interest|risk)\b|hundreds of (?:dollars|euros|customers|companies)|thousands of (?:customers|companies))\b/,
  notPrice:
    /\b(?:(?:a|per) (?:month|week) (?:on|in|at)|paying|(?:yours|the one you have|your (?:old|own|current) \w+) (?:is|costs)|(?:so |that |what |now |today )you(?:'d| would)? pay|you (?:now |currently |already |still )(?:pay|spend)|you pay (?:now|today|currently|for (?:now|people|nothing|seats|what)|them|him|her|your)|you (?:paid|spend|spent|lose|picked|told|said|have|earn)|if you spend|spend \$?\d|you spend|save[sd]?|saving|sav\w+|back\b|earn|cut|overtime|lose|costs you|cost you (?:in|a)|wast\w*|idle|unused|for nothing|last year|your budget|budget of|up to|limit|salary|revenue|instead of|compared|less a year|\d+% )\b/,
  price: /\bprice|fee|cost|seat|month|year|pay|list|total\b/,
  tie: /((?:(?:(?<!what )if (?!(?:i|we)\b|(?:that|it|this) (?:helps?|would|works?|makes)|you (?:like|want|wish|prefer)\b|need)|provided|as long as|in exchange|in return|on condition|once|when|against|assuming|given))\b[^.?!,]{3,90}?(?= (?:then )?(?:i|we)(?:'ll|'d)? (?:can|could|will|would|do|take|give|get|offer|cap|hold|knock)\b| (?:i|we)'(?:ll|d)\b|[.?!,]|$)|\b(?:on|with|for|over|at|against) (?:a |an )?(?:\d+|one|two|three|twelve|twenty-four|thirty-six)[- ](?:months?|years?)\b(?:[- ](?:term|contract|commitment|deal|agreement))?|\b(?:\d+|two|three|twelve|twenty-four) (?:months?|years?)(?= (?:gets?|gives?|buys?|brings?|would get|will get|means?)\b)|together with[^.?!]{3,60}|for a reference[^.?!]{0,40})/,
  owner: /\b(?:i|i'll|i'd|i'm|we|we'll|we'd|me|us|our|my|you|your|let's|the (?:two|three|four) of us)\b/,
};
