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
  {
    kind: "password",
    pattern:
      /\b(?:password|passcode|pin|login)(?:['’]s| is|:)?\s+(?!is\b|for\b|to\b|reset|request)[\p{L}\d]*\d[\p{L}\d!#$]*|\blogin(?:['’]s| is) \w+|密码(?:是|：|:)?\s*[A-Za-z\d]{4,}|登录名(?:是)?\s*[A-Za-z\d]+/giu,
  },
  { kind: "messenger", pattern: /(?:微信号?|QQ号?|wechat|whatsapp)(?:是|：|:|，|,| is)?\s*[A-Za-z\d][\w-]{4,}/giu },
];
