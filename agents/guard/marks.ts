/** Marks of programs that depend on capitals: tags, stop words, names with underscores. */
const machine = [
  // [NEXT TURN], [/BUYER]; a unit or a standard in brackets is short
  /\[\/?\s*[A-Z]{3,}(?:[ _:-][A-Z\d]+)*\s*(?::[^\]\n]*)?\]/u,
  /\{\{|\}\}|<%|%>|\$\{|\[\[|\]\]|~~~|@@|###|\\n|\\"|\\u\d/u,
  // snake_case, CONSTANT_CASE: nobody says an underscore
  /(?<![@/.\w])[A-Za-z]+\d*_[A-Za-z\d]+(?:_[A-Za-z\d]+)*(?![\w@.]*@)/u,
  /(?:^|[\s.!?])(?:END|EOF|EOS|EOT|STOP|DONE|NULL|TERMINATE|TASK COMPLETE|END OF (?:TURN|REPLY|MESSAGE|TEXT|CONVERSATION|CHAT))\s*[.!]?\s*$/u,
  /&(?:nbsp|quot|amp|lt|gt|#\d+);/u,
  // a program's call or a field of data
  /(?:^|\n)\s*(?:[a-z]+[A-Z]\w*|reply|response|output|mood|emotion|thoughts?|reasoning|analysis|tone|intent|state|speaker|role|content|message|text|internal monologue|inner thought|final|assistant_reply)\s*(?:=|:(?!\/\/))\s*\S/u,
  /(?:^|\n)\s*(?:Reply|Response|Output|Mood|Emotion|Thoughts?|Reasoning|Analysis|Tone|Intent|State|Speaker|Internal monologue|Inner thought|Final answer|Buyer['’]s reply)\s*:\s*\S/u,
  /["'“][a-z_]{2,20}["'”]\s*:\s*(?:["'“[{\d]|true|false|null)/u,
  /\b[a-z]\w*\((?:["'{][^)\n]*)?\)\s*;?\s*$/u,
  // lists, tables and bold headings
  /(?:^|\n)\s*[-*•]\s+\S[^\n]*\n\s*[-*•]\s+\S/u,
  /(?:^|\n)\s*\|[^\n|]*\|[^\n|]*\|/u,
  /(?:^|\n)\s*\*\*[^*\n]{1,40}(?::\*\*|\*\*\s*:)/u,
  /(?:^|[.!?\n]\s*)(?:\[|\()?(?:Turn|Message|Line|Round) \d+(?:\]|\))?\s*[:：]/u,
  /(?:^|\n)\s*(?:Me|You|Rep|Seller|Agent|Bot|Coach|Trainer|Narrator|Customer|Client|Prospect|Vendor|Model)\s*:\s*\S/u,
];

/** Whether a text holds what only a program writes. */
export const isMachineText = (text: string) => machine.some((pattern) => pattern.test(text));
