/** What may stand between marks where a sentence begins though nobody acts: remarks on prices and papers. */
const remark = "含税|不含|税|另计|注|附|单位|见|即|也就是|比如|包括|如下|未签|已签|盖章|暂定|不含税|草稿";
/** A body that does something, in the forms by which Chinese tells it. */
const aspect =
  "了(?:一)?[口下声眼笔句会推翻圈遍]|着(?!急|凉|火|落|重)|起身|片刻|半晌|一会儿|良久|一眼|一笔|一声|一口|叼|抿|撇嘴|咬|捏|揉|挠|推了推|敲了敲|按了按|眨|哈欠|表情|面无|眼神|脸色|嘴角|眉头|没有表态|没说话|没吭声|不说话|打字";
const open = String.raw`[（(【[*「]`;
const close = String.raw`[）)】\]*」]`;
const inside = String.raw`[^（(【[*「）)】\]*」\n]`;
const start = String.raw`(?:^|[.!?…。！？\n]["”’]?\s*)`;

/** Acting written down between marks, and a storyteller's words around speech. Sources of patterns. */
export const stageZh: readonly string[] = [
  // where a sentence would begin: (点了根烟), 【推了推眼镜，没有表态】
  String.raw`${start}[（(【[「](?=${inside}{0,24}\p{Script=Han})(?!${inside}{0,20}(?:${remark}|\d))${inside}{2,24}${close}(?!\s*[（(])`,
  String.raw`${open}${inside}{0,16}(?:${aspect})${inside}{0,14}${close}`,
  // 回道：, 冷冷地说，
  String.raw`(?:回|答|说|问|笑|应|喊|叹|嘟囔|补)道\s*[，,：:“"]|(?:冷冷|淡淡|缓缓|轻轻|慢慢|不耐烦|没好气|平静|无奈)地?(?:说|问|答|回|看)[^，。]{0,4}[，,：:“"]`,
  String.raw`^\s*(?:她|他|对方)(?:微微|缓缓|轻轻|默默|慢慢|冷冷|淡淡)?(?:皱|叹|摇了?摇?头|点了?点?头|沉默了|放下(?:了)?(?:手|笔|杯)|合上|抬起|抬头|笑了|顿了|停了|瞥|盯着)`,
];

/** Acting told of this buyer by name: "沈敏把笔放下，", "梁志刚盯着图纸。" */
export const narratedZh = (who: string) =>
  String.raw`${start}(?:${who})(?![说讲是的，,：:])[^，。：:！？!?的是]{0,10}(?:了[一口下声眼会顿皱摇点笑]|着(?!急|凉|火)|[头眉眼肩气手口](?:[，,。]|$)|一(?:下|声|顿|眼)|放下|起身)`;
