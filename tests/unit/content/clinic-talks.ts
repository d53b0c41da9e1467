/** Talks by hand with the clinic group's two buyers: each language has its own, as a salesperson there would hold it. */
export interface ClinicTalks {
  scenarioId: string;
  lead: string;
  nurse: string;
  /** hears both out, learns the needs of both, answers each, trades, asks once */
  good: string[];
  /** hears both out and asks for a day */
  dated: string[];
  /** the same talk with the head nurse's objection passed over */
  overheard: string[];
  /** brochure, price, discount, deadline */
  bad: string[];
}

const enOpening = [
  "Hello Graham, hello Nuala. I'd like twenty minutes: your day first, Nuala, then the money with Graham. Does that suit you both?",
  "Nuala, take me through a normal morning on the floor: what happens when two people need the same treatment room?",
  "Graham, how many appointments are missed, and what does that cost you?",
  "Fifty-five thousand for a diary does sound absurd, I can see why you keep adding it up. What would you have to be able to show before you'd stand behind a purchase like this?",
];
const enHeard =
  "So it's less the sum than being laughed at again. I can see why, Graham. Nuala, no wonder you groan at another system. How did the last start go for your nurses?";
const enDate = "Can the three of us meet again on Wednesday 17 March at four? I'll send you both one page by Monday.";

const en: ClinicTalks = {
  scenarioId: "clinic-software-en",
  lead: "graham-pell",
  nurse: "nuala-byrne",
  good: [
    ...enOpening,
    enHeard,
    "Three hours' notice in flu-jab week, and two nurses gone: that should never have happened to you. Nuala, how do your nurses work with the patient notes today?",
    "Graham, how does the billing with the insurers run, from treatment to money?",
    "Let me play it back. Nuala: 14 room clashes a week, and one place for allergies before 12 April. Graham: about £9,400 a month in missed appointments and £46,000 stuck with the insurers. Did I miss anything?",
    "Nuala, on the start: we go clinic by clinic, one a week, and skip any week you name. Training is two hours a person, outside clinic hours, and a trainer is on site the first two days. Does that answer your worry about the first morning?",
    "Graham, you told me £9,400 a month goes on empty chairs: with Medlar a freed slot goes to the waiting list by itself, so you refill more of them. In 31 clinic groups missed appointments fell from 9.8% to 6.1%. Could you show that to the owners?",
    "Nuala, for your 14 clashes: an appointment books the treatment room with the person, so you stop sorting it out in the corridor. What would that change for your treatment rooms?",
    "Graham, the price: 74 practitioners at £62 come to £55,056 a year, the set-up fee is £9,800 once. It's billed a year in advance, and the number of practitioners is fixed for the year.",
    "How does a yes come about between the two of you, and who else is involved in the decision?",
    "If you take 36 months, I can halve the set-up fee to £4,900, so the first year is £59,956 and inside your £60,000, Graham.",
    "Graham, Nuala: shall we go ahead with 36 months? I'll send the order form today, and Tilda's team in Barnstaple tries it for five days from Monday 15 March.",
  ],
  dated: [...enOpening, enHeard, enDate],
  overheard: [...enOpening, "Graham, I can see why. How does the billing with the insurers run?", enDate],
  bad: [
    "Hi! Medlar is the best system on the market, you'll love the app and the colours.",
    "It costs £62 a practitioner, that's £55,056 a year.",
    "I could give you 5% off if that helps.",
    "Shall we go ahead on those terms?",
    "Are you happy to sign today?",
    "This offer ends tonight, so you have to decide now.",
    "Other clinics are waiting. Sign today or the price goes up.",
  ],
};

const zhOpening = [
  "唐总好，周护士长好。今天占二位二十分钟，先听护士长讲店里，再跟唐总算账，您看行吗？",
  "护士长，店里一上午是怎么过的？雾化位不够的时候，大家怎么排？",
  "唐总，爽约这块现在是什么情况，一个月空出来多少号？",
  "二十六万只买个挂号的，听着确实贵，难怪您说不出口。以前花钱上系统的时候，您吃过什么亏？",
];
const zhHeard =
  "定金打过去人就没了，检讨还得您来做，换谁都不敢再点头。护士长，又要换系统，难怪护士们有意见。上次换的时候，是怎么上线的？";
const zhDate = "那3月17号周三下午三点，咱们三个人再碰一次，我提前把一页纸发给二位，行吗？";

const zh: ClinicTalks = {
  scenarioId: "clinic-software-zh",
  lead: "tang-lixin",
  nurse: "zhou-huilan",
  good: [
    ...zhOpening,
    zhHeard,
    "周六上午说切就切，护士跟着受委屈，这确实不该。护士长，孩子换店的时候，过敏史怎么跟着走？",
    "唐总，七家店的收款每天怎么对账？",
    "我把二位说的复述一下：护士长这边，一天撞9次位子，4月15号前要整改；唐总这边，周末一个月空420个号，2.7万的账对不上。有没有漏的？",
    "护士长，上线这件事我们是这么做的：一家店一家店地上，一周一家，避开您指定的日子。培训每人两小时，不占门诊时间，前三天有人驻店，新老系统并行10天。这样头一天您放心吗？",
    "唐总，周末那420个空号，您刚说医生保底照发。序诊会提前一天和两小时发微信提醒，退掉的号自动补给候补的家长，这样您就不用白发保底。28家连锁的爽约率从12.6%降到7.4%。您觉得这笔账怎么样？",
    "护士长，您说雾化位靠白板，序诊挂号的时候就把雾化位一起约上，护士不用再去擦白板。",
    "价格是这样：58个医生账号一年26.68万，实施培训费3.8万，头一年30.48万。按年一次性预付，医生账号一年内只增不减。",
    "这个事，您二位之间一般怎么定下来？还要谁点头？",
    "唐总，您要是签三年，实施费我给您减半，头一年28.58万，在您30万的线里头。",
    "唐总，护士长，那咱们就按三年定下来？合同我今天发。",
  ],
  dated: [...zhOpening, zhHeard, zhDate],
  overheard: [...zhOpening, "唐总，难怪您说不出口。七家店的收款每天怎么对账？", zhDate],
  bad: [
    "你们好！我们序诊是行业最好的，小程序、大屏、驾驶舱都有。",
    "4600元一个账号，一年26.68万。",
    "我再给您让5个点吧。",
    "那就签了吧？",
    "今天可以签合同吗？",
    "这个价今天截止，您现在就要定。",
    "别的门诊都在排队，不签明天就涨。",
  ],
};

export const clinicTalks = [en, zh];
