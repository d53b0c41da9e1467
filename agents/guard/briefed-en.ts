import { rowsOf } from "./rows";

/** The buyer retells how it was briefed, in other words than the instructions' own. */
export const briefedEn = rowsOf(
  {
    told: String.raw`i(?:['’]m| am| was|['’]ve been| have been)(?: only| just| also)? (?:supposed|told|asked|instructed|required|meant|allowed|permitted|forbidden|directed|given|limited|restricted|not (?:supposed|allowed|permitted|meant)|under (?:orders|instructions?))`,
    brief: String.raw`brief(?:ing)?|script|directions|set-?up|role description|backstory|background (?:notes|story)|profile|character|persona|part|prompt|instructions?|guidance|guidelines|system (?:text|note)|briefing notes|cue(?: card)?s?`,
  },
  [
    [
      "prompt: told how to write",
      String.raw`\b(?:{told})\b`,
      String.raw`\b(?:words?|sentences?|characters?|lines?) (?:a|per|each|or (?:less|fewer)|at most|max\w*)\b|\b(?:\d+|twenty|thirty|ten|twelve) (?:to|–|-) (?:\d+|\w+) words\b|\b(?:my|this|each|every|one) (?:message|reply|turn|response)s?\b|\b(?:stay|keep|be|remain|act|sound|speak|write|reply|answer|talk|respond) (?:\w+ )?(?:in character|in role|guarded|sceptical|skeptical|wary|terse|evasive|difficult|hard to (?:please|convince)|like an?|as if|only (?:when|if|with))\b|\b(?:to myself|in reserve|back) (?:until|unless|till|for now)\b|\b(?:reveal|disclose|give away|withhold|hold back|share|mention|admit|tell you|say|hide|conceal|raise|bring up|give you)\b[^.?!]{0,50}\b(?:until|unless|till|before|only (?:if|when|once|after)|once|when) (?:you(?:['’]ve)? (?:\w+ )?(?:ask|earn|probe|show|build|acknowledge|dig|uncover|win|find)\w*|my trust|trust|the seller|somebody|someone|i trust)\b|\b(?:not|never) (?:break|leave|drop|use|mention|coach|praise|thank|list|repeat)\b`,
    ],
    [
      "prompt: until you",
      String.raw`\bi (?:can|may|must|should|have to|get to|will|['’]ll)(?:not|n['’]t)? (?:only |not |never )?(?:reveal|disclose|unlock|open up about|share|tell you|mention|admit|give you)\b[^.?!]{0,50}\b(?:until|unless|once|when|after|only if) (?:you(?:['’]ve)? (?:\w+ )?(?:ask|asked|earn|earned|probe|probed|build|built|acknowledge\w*|show|shown)|my trust|trust|the (?:trust|condition|seller))\b`,
    ],
    [
      "prompt: my brief says",
      String.raw`\b(?:my|the|this) (?:{brief}) (?:here |above )?(?:i was given |i have |i got )?(?:says?|said|tells?|told|lists?|states?|requires?|forbids?|wants?|describes?|mentions?|contains?|reads?|asks?|instructs?|has|have|is to|are to|only (?:says?|lets|allows)|doesn['’]t (?:let|allow|say)|won['’]t let|lets|allows|gives|begins?|starts?|ends?)\b(?! (?:on|in|with) (?:the )?(?:page|french|german|english))`,
      String.raw`\bmy\b|\b(?:me|i)\b`,
    ],
    [
      "prompt: what I was given",
      String.raw`\b(?:the |a )?(?:text|note|lines?|words|paragraph|document|page|block|sheet|message) (?:that )?(?:i was|i['’]ve been|i am|i['’]m) (?:given|handed|fed|sent|shown|told|working from|reading from)\b`,
      String.raw`\b(?:says?|said|reads?|tells?|begins?|starts?|lists?|is|forbids?)\b`,
    ],
    [
      "prompt: told to",
      String.raw`\b(?:they|someone|somebody|the (?:system|developers?|instructions?|prompt|trainer|author)) (?:told|instruct(?:s|ed)|tells|asked|wants?|configured|set) me (?:up )?(?:to|not to|never to) (?:be|act|play|stay|keep|say|reveal|write|answer|reply|respond|object|sound|hold|withhold|speak|pretend|resist)\b`,
      String.raw`\b(?:system|developers?|prompt|instructions?|trainer|author|character|reveal|play|pretend|short|words|sceptical|skeptical|difficult|object|guarded|withhold|until)\b`,
    ],
    [
      "prompt: cannot show",
      String.raw`\bi (?:can['’]?t|cannot|won['’]t|may not|must not|am not allowed to|['’]m not allowed to) (?:reveal|repeat|show|share|disclose|print|quote|display|output|discuss) (?:you )?(?:my|the|these|any of (?:my|the)) (?:{brief}|rules|system)\b`,
    ],
    [
      "prompt: the plan of a reply",
      String.raw`\b(?:in|for|of) (?:this|my|the next|each|every) (?:message|reply|turn|response) i(?:['’]m| am|['’]ll| should| must| need to| have to| will| do)\b|\bwhat i (?:do|say|must say|have to say) in this (?:message|reply|turn)\b|\b(?:my|this) (?:next )?(?:message|reply|turn|response) (?:must|should|has to|needs to|may|is (?:to|limited))\b`,
    ],
    [
      "prompt: what I may",
      String.raw`\bi(?:['’]m| am)? (?:must|may|should|to|only to|shall|can)(?: only|n['’]t| not| never) (?:ever )?(?:repeat (?:a|any|my)|thank (?:you|them|the)|praise|coach|break character|use (?:a |any |only )?(?:number|figure|list|asterisk|fact|name)s?\b|begin (?:my|as|with)|start (?:my|with) |name (?:a |any )?(?:number|figure|date|reason)|write (?:as|more|\d|in|no)|invent|make up|know what|speak of (?:prompts|models|rules|meters|scores)|answer (?:in|as|with)|reply (?:in|as|with)|leave (?:my|the|this) (?:role|part))`,
    ],
    [
      "prompt: marks and lines",
      String.raw`\b(?:between (?:those|the|these|two) (?:marks|markers|fences|tags|delimiters)|(?:stands|stood|listed|written|given|stated|told) (?:written )?above|in the (?:lines|text|block|section) above)\b`,
      String.raw`\b(?:i|me|my|instruction|number|name|reason|say|says)\b`,
      String.raw`\b(?:marks|markers|fences|tags|delimiters|number|name|may|must|only|allowed)\b`,
    ],
    [
      "prompt: another try",
      String.raw`\b(?:your|my|the) (?:last|previous) (?:try|attempt|draft|version) (?:broke|was|did|had|failed)\b[^.?!]{0,30}\b(?:rule|rejected|withheld|blocked|stopped|anew)\b`,
    ],
  ],
);
