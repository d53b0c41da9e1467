/** Addresses, numbers and keys by which a real person could be found or robbed. */
export const personalData: readonly { kind: string; pattern: RegExp }[] = [
  { kind: "email", pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu },
  { kind: "url", pattern: /\bhttps?:\/\/[^\s)]+|\bwww\.[^\s)]+/giu },
  {
    kind: "phone",
    pattern:
      /(?<![\d.,$€£¥])(?:\+\d{1,3}[\s.-]?)?(?:\(?\d{2,5}\)?[\s.-]?)?\d{3,4}[\s.-]\d{3,4}(?:[\s.-]\d{2,4})?(?![\d,%])/gu,
  },
  /** any long run of figures, however grouped: account, card, identity, mobile */
  { kind: "number", pattern: /(?<![\d.,$€£¥￥])\d(?:[ -]?\d){7,}[\dXx]?(?!\d|,\d|%)/gu },
  { kind: "sort_code", pattern: /(?<!\d)\d{2}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/gu },
  { kind: "iban", pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,}/gu },
  { kind: "national_id", pattern: /\b[A-Z]{2}(?: ?\d{2}){3} ?[A-D]\b/gu },
  { kind: "ip", pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/gu },
  {
    kind: "address",
    pattern:
      /\b\d{1,5} (?:\p{Lu}[\p{L}'’]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Terrace|Close|Way|Place)\b/gu,
  },
  {
    kind: "address",
    pattern: /[\p{Script=Han}]{2,}(?:路|街|道|巷|弄|里)\d{1,5}号|\d+(?:幢|栋|号楼)\d*单元?\d*|\d+单元\d+/gu,
  },
  // a document or an account by its name, with a number that may hold letters
  {
    kind: "document",
    pattern:
      /\b(?:passport|driver['’]?s? licen[cs]e|driving licen[cs]e|national insurance|social security|ssn|nhs|pps|tax|vat|membership|patient|employee|staff|badge|customer|account|policy|card|cvv|cvc|security code|routing|sort code|mrn|id|licen[cs]e plate|registration|member|staff)(?: (?:number|no\.?|id|code|reference|ref|digits))?(?: on (?:the|my) (?:back|card|file))?(?:['’]s| is| was| ends in|:|,|#)?(?: it['’]s)?\s+#?(?=[A-Z\d-]*\d{3})[A-Z]{0,4}[- ]?\d[A-Z\d-]{2,}\b(?![.,]\d| (?:licen|people|seats|times|nurses|a month|a year|pounds|dollars))/giu,
  },
  {
    kind: "birth",
    pattern:
      /\b(?:born|birth(?:day|date)?|dob|d\.o\.b\.)(?: (?:on|is|was|of birth))*[:,]?\s*(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?(?:\p{L}{3,9}|\d{1,2})[ /.,-]+\d{2,4}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2})/giu,
  },
  // British, Irish and American places by their codes
  {
    kind: "postcode",
    pattern:
      /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[AC-FHKNPRTV-Y]\d[\dW] [A-Z\d]{4}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b/gu,
  },
  {
    kind: "email",
    pattern:
      /\b[\p{L}\d._]+(?: (?:dot|underscore) [\p{L}\d]+)* ?(?:\(at\)|\[at\]| at ) ?[\p{L}\d-]+(?: ?(?:\(dot\)|\[dot\]| dot ) ?[\p{L}]{2,})+/giu,
  },
  { kind: "url", pattern: /\b[a-z\d][a-z\d-]+\.(?:com|co\.uk|org|net|ie|io|de|eu|uk|us|app|shop|info)\b(?:\/\S*)?/giu },
  { kind: "handle", pattern: /(?<![\p{L}\d.])@[a-z][\w.]{3,}/giu },
  {
    kind: "phone",
    pattern:
      /\b(?:(?:oh|o|zero|double|triple|one|two|three|four|five|six|seven|eight|nine)[ ,-]+){6,}(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)\b/giu,
  },
  { kind: "phone", pattern: /\b(?:ext\.?|extension) \d{3,5}\b/giu },
  {
    kind: "card",
    pattern:
      /\b(?:cvv|cvc|security code|expir(?:es|y|ation)(?: date)?|valid (?:until|thru|through)|pin)\b[^.?!\n]{0,16}\b(?:\d{3,4}|\d{2}\s?\/\s?\d{2,4})\b(?! ?%)/giu,
  },
  {
    kind: "address",
    pattern:
      /\b\d{1,5}[A-Za-z]?,? (?:\p{Lu}[\p{L}'’.]+ ){1,3}(?:Park|Square|Grove|Crescent|Gardens?|Row|Mews|Hill|Quay|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Pike|Green|Walk|Rise|View|Wharf|Parade|Cottages?|Estate|Heights|Loop|Alley|Street|Road|Avenue|Lane|Drive|Terrace)\b|\b(?:Flat|Apartment|Apt\.?|Unit|Suite) \d{1,4}[A-Za-z]?,? \d{1,5} \p{Lu}/gu,
  },
  {
    kind: "password",
    pattern:
      /\b(?:password|passcode|passphrase|user ?name|log-?in)(?: (?:for|to) (?:the |our |my )?\p{L}+)?(?:['’]s| is|:)\s+(?!(?:is|for|to|a|an|the|on|in|my|our|too|not|still|reset|required|needed|broken|slow|wrong|easy|hard|just|always|whatever|something|one|what)\b)["“']?[\p{L}\d!#$@_-]{4,}/giu,
  },
  {
    kind: "password",
    pattern:
      /\b(?:password|passcode|pin|login)(?:['’]s| is|:)?\s+(?!is\b|for\b|to\b|reset|request)[\p{L}\d]*\d[\p{L}\d!#$]*|\blogin(?:['’]s| is) \w+|密码(?:是|：|:)?\s*[A-Za-z\d]{4,}|登录名(?:是)?\s*[A-Za-z\d]+/giu,
  },
  { kind: "messenger", pattern: /(?:微信号?|QQ号?|wechat|whatsapp)(?:是|：|:|，|,| is)?\s*[A-Za-z\d][\w-]{4,}/giu },
];
