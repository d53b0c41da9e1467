import { stem } from "./lexicon";

/** Matters of private life and general knowledge, by domain: none of them is anybody's business talk by itself. */
const strongWords = `
wife husband girlfriend boyfriend niece nephew grandma grandpa grandmother grandfather granny grandson granddaughter uncle
cousin toddler babysitter divorce wedding fiance fiancee honeymoon birthday christmas easter thanksgiving halloween santa
roommate flatmate landlord stepmother twins puppy kitten hamster poodle parrot goldfish dog cat horse pony
football soccer footballer footballers basketball baseball cricket tennis golf rugby hockey marathon olympics olympic yoga gym jogging skiing snowboard
skydiving surfing climbing karate boxing swimming chess poker fishing hiking camping cycling goalkeeper playoffs quarterback
pizza lasagne lasagna sushi burger pancake pancakes spaghetti noodles curry chocolate cupcake cookies dessert barbecue bbq
vegan vegetarian recipe cook cooking baking cocktail cocktails whisky whiskey vodka tequila hangover drunk
movie movies film films netflix youtube tiktok instagram podcast tv series sitcom actor actress singer celebrity celebrities
band guitar piano violin drums concert festival song songs album lyrics novel novels poem poems poetry comic comics anime
videogame xbox playstation nintendo minecraft fortnite lego puzzle crossword karaoke
horoscope zodiac astrology tarot ghost ghosts alien aliens ufo dinosaur dinosaurs unicorn vampire zombie dragon dragons
bitcoin crypto cryptocurrency dogecoin ethereum lottery casino jackpot
president senator election elections politics politician republican democrat brexit parliament monarchy king queen royal
prime-minister communism capitalism god religion church bible heaven astronaut moon mars planet galaxy universe
dentist toothache haircut hairdresser tattoo perfume lipstick makeup sneakers jeans wardrobe diet calories vitamins flu
homework exam exams kindergarten prom philosophy geography
joke jokes riddle riddles prank meme memes gossip
beach sunburn tan barcelona paris tokyo bali hawaii disneyland
garden gardening tomatoes lawn sofa couch mattress curtains vacuum dishwasher
iphone android smartphone
dating tinder flirt crush hobby hobbies selfie jazz opera ballet netball volleyball badminton cinema theater nightclub disco zoo circus picnic sandcastle snowman
rice pasta salad sandwich icecream ice-cream popcorn breakfast lunch supper snack snacks steak chicken bacon egg eggs banana apple apples
mosquito spider spiders snake snakes shark sharks elephant lion tiger monkey rabbit squirrel pigeon mouse mice pets pet
keys sunglasses umbrella pyjamas slippers bathroom bedroom kitchen neighbour's knee stomach sore allergies fever cold-sore pregnant
maths math algebra chemistry physics biology latin spelling alphabet planets earth gravity einstein shakespeare napoleon mozart
traffic-jam train-set airport-novel marvel batman disney potter beyonce taylor
`;

/** Also part of many a trade: they count where a frame of small talk stands with them, or two together. */
const weakWords = `
mother father mum mom dad son daughter sister brother family kids kid child children baby parents friend friends neighbour neighbor
car bike motorbike garage holiday vacation weekend beer wine coffee tea dinner lunch breakfast restaurant cake bread soup cheese
music book game games match cup team player show season episode park mountain lake river sea ocean island weather rain snow sun
sunshine storm phone laptop television sleep dream dreams dreamt dreamed party present gift gifts shoes dress hair doctor headache
school teacher university history war capital country language animal animals bird birds fish tree trees flowers photo photos picture
money rich famous traffic body back leg foot eye eyes teeth weight run running walk walking sing singer swim read reading sport sports fun art museum theatre dance dancing news
`;

const listed = (words: string) =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .flatMap((word) => [word, stem(word)]),
  );

/** What small talk away from the matter is made of in English. */
export const everyday = {
  strong: listed(strongWords),
  weak: listed(weakWords),
  /** asks or tells of what no sale is about, whatever its words */
  frames:
    /\bfavou?rite (?!part of (?:your|the) (?:work|job|day)\b|tool|feature|supplier|report)|\bhave you (?:ever|already) (?:been (?:to|skiing|diving|in love)|tried (?!to\b|it|this|that|the|using|our|another|other)|eaten|tasted|watched|flown|climbed|ridden|skydiv\w*|dreamed|met a)|\bhave you (?:seen|watched|read|heard) (?:the (?:new|latest|last) (?:season|episode|film|movie|series|book|album|song|show|match|game)|that (?:film|movie|show|series|video))|\bdo you happen to know (?:a|an|any|where|when|how)\b|\bdo you know (?:a|any) good\b|\bcan you (?:recommend|suggest) (?:a|an|some|any) (?:good |nice )?|\btell me a (?:joke|story|riddle|secret|fun)|\b(?:sing|play) (?:me|us)? ?(?:a|something)\b|\bmeaning of life\b|\bwho(?: do you think)? (?:will |is going to |is gonna )?(?:wins?|won)\b|\b(?:what's|what is|what are) the (?:capital|population|square root|weather|time in|meaning of|distance|currency|score|tallest|biggest|fastest)\b|\bhow (?:tall|far|old|deep|high) (?:is|are|was)\b|\b(?:are|were) you (?:married|religious|a (?:fan|cat|dog|morning)|on (?:tinder|facebook|instagram))\b|\bdo you (?:have|want) (?:any )?(?:kids|children|pets|siblings|hobbies|a (?:dog|cat|pet|girlfriend|boyfriend))\b|\bdo you (?:believe in|play|follow|support|cheer|root) (?!(?:a|any) role|by|up|with|for (?:your|the) (?:team|staff)|your|the (?:price|role))|\bwhat do you think (?:of|about) (?:the )?(?:prime minister|president|government|pope|king|queen|war|mayor|news|weather)\b|\bwhat(?:'s| is) your (?:star ?sign|zodiac|sign|age|hobby|dream (?:holiday|house|car))\b|\bwhere (?:did|do) you (?:grow up|go to school|buy your (?:shoes|clothes)|go on holiday)\b|\b(?:dreamt|dreamed|had a dream)\b|\bthe (?:match|game) (?:last|yesterday|on tv|tonight)\b|\bwhat(?:'s| is) \d+ ?(?:times|plus|minus|x|\*|\+|divided)\b|\b(?:is it|will it|does it) (?:going to )?(?:rain|snow)\w*|\bwhat do you do (?:for fun|in your (?:free|spare) time|on weekends|after work)\b|\b(?:do|would) you (?:prefer|rather|like|enjoy|love) (?!to (?:see|hear|know|start|sign|have|go|try|pay|use|meet|talk)|it|that|this|us|me|the|a (?:call|demo|card|fixed|monthly|quote|short)|our|your|working|about)\w+\W*$|\bwhat did you (?:eat|have for (?:lunch|dinner|breakfast)|dream|cook|watch|wear|get for)\b|\bwhat(?:'s| is) for (?:lunch|dinner)\b|\bwhat (?:are you|should i) (?:wear\w*|cook\w*|watch\w*|eat\w*)|\bdo you think (?:that )?(?:aliens|ghosts|god|life|humans|robots|the (?:world|earth|moon|universe))|\bhow (?:do|can|should) i (?:cook|bake|lose weight|sleep|get (?:a|my) (?:girlfriend|boyfriend|wife|kid|dog|cat)|learn)\b|\bhelp me with my\b|\bwho(?:'s| is| was) (?:the|your) (?:best|greatest|worst|favou?rite|richest|most) |\b(?:which|what) \w+ should i (?:buy|get|choose|watch|read|wear|cook|eat|visit)\b|\bwhat(?:'s| is) your (?:opinion|view|take) on (?!the (?:price|offer|plan)|our|this|that|it)|\bwrite (?:me )?(?:a|an|some) (?:poem|essay|story|song|haiku|limerick)\b/,
  /** sets something off from the talk so far */
  aside:
    /\b(?:by the way|btw|speaking of|off topic|unrelated|random (?:question|thought)|on another note|changing the subject|completely different|apropos|guess what|fun fact|did you know|funny story|let's talk about something else|before i forget|you know what)\b/,
  /** of a private person: tells of oneself, or asks another's life, views or knowledge */
  personal:
    /\b(?:i|i'm|i've|i'd|i'll|my|mine|me|myself)\b|\b(?:do|did|have|are|were|would|can|will) you\b|\byou(?:r|'re|'ve)?\b|\bwho\b|\bwhat's\b|\bwhich\b|\bwhy (?:is|are|do|does)\b|\bhow (?:do|does|many|long|old)\b|\blol\b|\bhaha\b/,
  /** words of trade: where they stand the talk is of the matter */
  trade:
    /\b(?:pric\w*|cost\w*|fees?|quot\w+|contracts?|offer\w*|order\w*|sign(?:ed|ing|s)?|customers?|clients?|suppliers?|vendors?|products?|service\w*|staff|employees?|managers?|plants?|compan(?:y|ies)|business\w*|budgets?|invoices?|deals?|discounts?|deliver\w*|roll-?outs?|pilot|demo|meeting|project|licen[cs]es?|seats|software|system|machines?|install\w*|warranty|maintenance|sav(?:e|es|ing|ings)|payroll|data|report\w*|process|decision|decide|benefits?|solution)\b/,
  /** the seller's side and appointments: where they stand by a weak word the talk is of the matter */
  joint: /\b(?:our|we|we're|we've|us|thursday|monday|tuesday|wednesday|friday)\b/,
};
