/** Verbs of acting that no one says of oneself in a talk, third person. */
const acts =
  "sighs|pauses|laughs|chuckles|smiles|smirks|nods|shrugs|frowns|coughs|grins|groans|winces|grimaces|scoffs|exhales|inhales|gestures|squints|blinks|mutters|murmurs|whispers|hums|fidgets|snorts|grunts|glances|hesitates|yawns|glares|gulps|sniffs|giggles|stammers|shivers|stiffens|relaxes|fumbles|" +
  "leans|folds|crosses|rolls|raises|taps|scratches|rubs|drums|flips|leafs|scribbles|sips|straightens|adjusts|sets|puts|picks|pushes|pulls|slides|turns|walks|steps|looks|stares|shakes|clears|wipes|tilts|purses|narrows|slams|lowers|rises|says nothing|stays silent|falls silent|lets out|takes a";
/** What such verbs are done to, or how. */
const manner =
  "arms?|hands?|head|eyes?|eyebrows?|brows?|shoulders?|fingers?|chair|pen|glasses|notes?|pages?|papers?|phone|screen|keyboard|watch|clock|window|door|corridor|desk|table|coffee|tea|cup|mug|throat|lips?|jaw|chin|voice|breath|sigh|sip|bite|drag|beat|moment|silence|silent|nothing|back|forward|away|aside|up|down|over|around|slowly|quietly|softly|briefly|dryly|heavily|deeply|thoughtfully|hard hat|clipboard|log(?: sheet| book)?|calculator|earmuffs?|gloves?|stethoscope|tray|sandwich|lunch|spreadsheet|folder|file";
const surely =
  "sighs|pauses|laughs|chuckles|smiles|smirks|nods|shrugs|frowns|grins|groans|winces|grimaces|scoffs|exhales|snorts|grunts|hesitates|mutters|murmurs|whispers|yawns|sniffs|giggles|stammers|clears (?:his|her|my|their|a) throat|raises (?:an?|his|her|one|both) (?:eye)?brows?|rolls (?:his|her|my)? ?eyes|leans (?:back|forward|in)|folds (?:his|her|my)? ?arms|crosses (?:his|her|my)? ?arms|shakes (?:his|her|my)? ?head|glances (?:at|up|away|down|over|toward|out)|looks (?:away|up|down) from";
const begins = String.raw`(?:^|[.!?…\n]["”’]?\s*)`;

/** Acting told without the marks of a script, or between unusual ones; sources of one pattern that ignores case. */
export const stageEn: readonly string[] = [
  // "She flips back two pages in her notes", "He says nothing for a moment"
  String.raw`${begins}(?:she|he|they|the (?:buyer|customer|engineer|nurse|manager)) (?:then |just |only )?(?:\p{L}+ly,? )?(?:${acts})\b[^.?!\n]{0,40}\b(?:${manner})\b(?![^.!\n]*\?)`,
  String.raw`${begins}(?:she|he|the buyer|the customer) (?:then |just |only )?(?:\p{L}+ly,? )?(?:${surely})\b`,
  String.raw`${begins}(?:she|he) (?:then |just )?(?:\p{L}+ly,? )?(?:sits|stands|types|opens|closes|holds|checks|reads|drops|throws|lifts|pours|swivels|spins|rearranges|underlines|circles|writes|makes a note|jots|marks|crosses out) (?:back|up|down|something|(?:his|her|the|a|an|one|both|another) (?:\p{L}+ )?(?:arms?|watch|clock|window|door|chair|pen|glasses|screen|keyboard|eyes|head|hands?|coffee|tea|cup|mug|note(?:book)?|pad|margin|line|phone|blinds|drawer))\b`,
  // "Sighs.", "Shrugs, looks at the clock."
  String.raw`${begins}(?:${surely})(?: (?:heavily|deeply|softly|quietly|dryly|slowly|audibly|again|once))?\s*(?:[,.…!\n—–-]|$)`,
  String.raw`(?:^|[\n])\s*(?:an? )?(?:(?:long|short|brief|awkward|heavy) )+(?:pause|silence|beat)(?: follows)?\s*(?:[.…]|$)`,
  // "I sigh and lean back", "I fold my arms"
  String.raw`${begins}(?:\p{L}+ly,? )?i (?:\p{L}+ly )?(?:sigh|nod|shrug|chuckle|smirk|frown|grin|wince|grimace|scoff|exhale|snort|groan|lean (?:back|forward|in)|fold my arms|cross my arms|roll my eyes|raise (?:an?|my|one) (?:eye)?brows?|shake my head|clear my throat|glance (?:at|up|away|down|over|toward)|stare (?:at|out)|tap (?:my|the)|narrow my eyes|purse my lips|drum my|push (?:back )?my (?:chair|glasses))\b`,
  // between dashes, slashes, colons, braces, guillemets
  String.raw`(?:[—–|{«:/]{1,2}|(?<=^|\s)-{1,2})\s*(?:(?:she|he) )?(?:\p{L}+ly )?(?:${surely}|sighing|laughing|chuckling|shrugging|nodding|pausing|smiling|frowning)\b[^\n—–|}»:/.?!]{0,40}(?:[—–|}»:/]{1,2}|-{1,2}(?=\s|$)|$)`,
  // "(walks to the window)" where a sentence would stand
  String.raw`${begins}[([{]\s*(?!(?:plus|less|minus|yes|this|thus|unless|always|sometimes|perhaps|nothing|something|anything|everything|during|including|excluding|according|regarding|assuming|meaning|hours|us|as|is|was|has|does|nothing|ours|theirs|things|costs)\b)(?:(?:\p{Lu}\p{L}+|she|he|still|then|in an?|with an?|after an?|a|an|long|short)[ ,]){0,2}(?:\p{L}+ly,? )?(?:[a-z]{3,}(?:s|ing) (?:to|at|into|back|up|down|through|over|out|off|away|around|towards?|his|her|their|my|the|an?)\b|(?:${surely}|typing|thinking|sighing|laughing|reading|pausing|waiting)|[a-z]{3,} (?:tone|voice|pause|silence|smile|laugh|sigh|shrug|nod|look|breath))\b[^)\]}\n]{0,60}[)\]}]`,
  String.raw`[([{*_<]\s*(?:with |after |in |a |an |the |long |short |heavy |deep |slight |wry |small |another |one |more )*(?:sigh|shrug|nod|smile|laugh|chuckle|smirk|frown|pause|silence|beat|grin|tone|breath|eye-?roll)\b[^)\]}*_>\n]{0,30}[)\]}*_>]`,
  String.raw`\b(?:there(?:['’]s| is)|after) (?:a |an )?(?:long |short |brief |awkward )?(?:pause|silence) (?:on|at) (?:my|her|his|the) (?:end|side)\b`,
];

/** `(reads it twice)` where a sentence would stand: a bracket in lower case that opens with a verb. */
export const bracketed =
  /(?:^|[.!?…\n]["”’]?\s*)[([]\s*(?!(?:plus|less|minus|yes|this|thus|unless|always|sometimes|perhaps|nothing|something|anything|everything|during|including|excluding|according|regarding|assuming|meaning|hours|was|has|does|ours|theirs|yours|things|costs|prices|rates|seats|licences|licenses|nurses|years|months|weeks|days|minutes|times)\b)[a-z]{3,}(?:s|ing)\b[^)\]\n]{0,60}[)\]]/u;
