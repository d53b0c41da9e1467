/** What may stand between marks where a sentence begins though nobody acts: remarks on prices and papers. */
const remark = "含税|不含|税|另计|注|附|单位|见|即|也就是|比如|包括|如下|未签|已签|盖章|暂定|不含税|草稿";
/** A body that does something, in the forms by which Chinese tells it. */
const aspect =
  "了(?:一)?[口下声眼笔句会推翻圈遍]|着(?!急|凉|火|落|重)|起身|片刻|半晌|一会儿|良久|一眼|一笔|一声|一口|叼|抿|撇嘴|咬|捏|揉|挠|推了推|敲了敲|按了按|眨|哈欠|表情|面无|眼神|脸色|嘴角|眉头|没有表态|没说话|没吭声|不说话|打字";
/** A gesture told as such, wherever it stands first. */
const gesture =
  "叹了?口?气|冷笑|苦笑|沉默(?:了|片刻|不语|半晌)|皱(?:了皱|着|起|了下)?眉|摇(?:了摇|着)?头|点(?:了点|着)?头|耸(?:了耸)?肩|清了清嗓|推了推|敲了敲|翻了翻|看了看|摸了摸|揉了揉|扶了扶|笑了笑|顿了顿|想了想|抿了抿|挑了?挑?眉|抬(?:起|了抬)头|低(?:下|着)头|合上|往后一?靠|靠(?:在|向)椅|白了[^，。]{0,4}一眼|瞥了";
const open = String.raw`[（(【[*「〔〈{]`;
const close = String.raw`[）)】\]*」〕〉}]`;
const inside = String.raw`[^（(【[*「〔〈{）)】\]*」〕〉}\n]`;
const start = String.raw`(?:^|[.!?…。！？\n]["”’]?\s*)`;

/** Acting written down between marks, and a storyteller's words around speech. Sources of patterns. */
export const stageZh: readonly string[] = [
  // where a sentence would begin: (点了根烟), 【推了推眼镜，没有表态】
  String.raw`${start}[（(【[「](?=${inside}{0,24}\p{Script=Han})(?!${inside}{0,20}(?:${remark}|\d))${inside}{2,24}${close}(?!\s*[（(])`,
  String.raw`${open}${inside}{0,16}(?:${aspect})${inside}{0,14}${close}`,
  String.raw`${open}${inside}{1,12}(?:了|着|起来)${close}`,
  String.raw`${open}${inside}{0,12}(?:${gesture})${inside}{0,12}${close}`,
  String.raw`[-—~～]{1,2}\s*(?:${gesture}|笑|停顿|沉默)\s*[-—~～]{1,2}`,
  // told without marks: 叹了口气，…; 我推了推眼镜，…
  String.raw`^\s*(?:我|她|他)?(?:只是|微微|轻轻|淡淡|默默|缓缓|无奈地?)?(?:${gesture})(?:[，,。：:]|一声|片刻|[^，。？?]{0,6}[，,。：:])`,
  // 回道：, 冷冷地说，
  String.raw`(?:回|答|说|问|笑|应|喊|叹|嘟囔|补)道\s*[，,：:“"]|(?:冷冷|淡淡|缓缓|轻轻|慢慢|不耐烦|没好气|平静|无奈)地?(?:说|问|答|回|看)[^，。]{0,4}[，,：:“"]`,
  String.raw`^\s*(?:她|他|对方)(?:微微|缓缓|轻轻|默默|慢慢|冷冷|淡淡)?(?:皱|叹|摇了?摇?头|点了?点?头|沉默了|放下(?:了)?(?:手|笔|杯)|合上|抬起|抬头|笑了|顿了|停了|瞥|盯着)`,
];

/** Acting told of this buyer by name: "沈敏把笔放下，", "梁志刚盯着图纸。" */
export const narratedZh = (who: string) =>
  String.raw`${start}(?:${who})(?![说讲是的，,：:])[^，。：:！？!?的是]{0,10}(?:${gesture}|了[一口下声眼会顿皱摇点笑]|着(?!急|凉|火)|[头眉眼肩气手口](?:[，,。]|$)|一(?:下|声|顿|眼)|放下|起身)`;
