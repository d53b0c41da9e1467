/** Talks with the three buyers of the packing line, as a seller who listens and one who does not would type them. */
export const heard: Record<"packaging-line-en" | "packaging-line-zh", string[]> = {
  "packaging-line-en": [
    "Good morning Orla, Declan and Maeve. I'd like to use 30 minutes like this: first how things stand with each of you, then options. Does that suit all three of you?",
    "Declan, how does line 2 run on a normal shift, from the ovens to the pallet?",
    "The ovens wait for the hands, then. Maeve, how does a clean between recipes go today, step by step?",
    "Declan, a month with the line in bits is nothing you can stand over, I see that. What happened the last time there was building work on the line?",
    "You're right to insist on strip and swab, Maeve. In 14 plants with allergens the full clean took 19 minutes at the median, 26 at worst, each swab-tested. Would that do, against your 95?",
    "Eleven days for four, and the Christmas order on top. Declan, the cell is pre-built and tested at Tarn first, then installed in nine production days. Of 31 installations 29 kept the date, the other two ran two and three days over. Does that settle it for you?",
    "Orla, the dearest sheet and only page one: that would make me careful too. What happened with extra invoices when you bought machines before?",
    "Nine extra invoices is what you don't want again. Orla, no extra invoice is written without your signature, and guarding, tie-in and start-up are inside the price. Over 31 projects the final invoice was 1.2% above the order on average, 3.8% at most. Is that one closed?",
    "Declan, how do you staff the packing posts across the three shifts?",
    "Maeve, what does the audit mean for when a new machine can go in?",
    "Orla, once the three of you agree, how does a yes get made?",
    "Let me play it back: Declan needs the ovens at 34 a minute instead of 28, Maeve a clean she can swab in far less than 95 minutes and nothing new in June and July, Orla one sum that stays one sum. Did I miss anything?",
    "Declan, you said the ovens are turned down to 28. The cell packs 40 cases a minute, so you can let them run at 34. How does that sound on the floor?",
    "The price is €242,000 delivered and running. Guarding, conveyor tie-in and two weeks of attended start-up are inside that sum. Lead time is 16 weeks from the order. It's 30% with the order, 50% after the factory test and 20% after acceptance in your plant.",
    "Shall we go ahead on those terms? I'll bring the order form on Tuesday 23 March at ten, and the three of us go to Brid Lacey with it.",
  ],
  "packaging-line-zh": [
    "苏经理、胡经理、戴经理上午好。占用三位三十分钟，先听听各位的情况，再看方案，可以吗？",
    "胡经理，平常一个班，从灌装到装箱是怎么跑的？",
    "戴经理，回收期现在是怎么测算的，差在哪一块？",
    "胡经理，停线这事确实让您为难。上一次停线施工，当时是怎么个情况？",
    "戴经理，确实，按现在的数算下来是不划算。按客户自己的工资表测算，21 家的回收期在 22 到 47 个月之间，中位数 31 个月。这样您看能进测算表吗？",
    "胡经理，三天变九天，换我也怕。整机先在我们厂里用您的料跑通，现场安装调试 8 天，37 个项目 34 个按期，另外三个分别晚了 1 天、2 天和 4 天。这样停线的事您放心吗？",
    "苏经理，确实，报得最高您往上写是为难。以前买设备碰到过哪些后来加钱的情况？",
    "苏经理，追加三次还要写说明，难怪您要问后面加不加。我们不列增项：夹具、护栏、输送对接和两周陪产都在价内，结算比合同平均高 0.9%，最高 3.1%。这样您看行吗？",
    "胡经理，装箱这块现在人手怎么样？",
    "苏经理，三位会签以后，还要谁签字，怎么批？",
    "我复述一下：胡经理要前段 26 箱跑满，装箱还缺 17 个人，戴经理要 36 个月内回本，苏经理要后面不加钱，对吗？",
    "胡经理，前段 26 箱、装箱 19 箱，JH-30 每分钟 30 箱，这样前段就不用压着了。您觉得怎么样？",
    "价格是落地 141.8 万。夹具、护栏、输送对接和两周陪产都在价内。合同生效后 75 天到厂。付款是预付 30%、发货前 50%、验收后 20%。",
    "戴经理，确实，这个付款比例您那边是难。资金安排哪个时间段最紧，为什么？",
    "戴经理，那可以 15% 预付、25% 到货、60% 在验收后 30 天内付，总价不变，条件是同时签三年保养合同。这样付款能过吗？",
    "那我们就按这个定下来，可以吗？3 月 18 日周四上午十点，我到厂里跟三位和蒋总开个会，带上合同。",
  ],
};

/** What a listening seller writes instead of going on, once two of the three were heard. */
export const dated = {
  "packaging-line-en": "Can we meet on Tuesday 23 March at ten? I'll bring the layout for all three of you.",
  "packaging-line-zh": "3 月 18 日周四上午十点，我到厂里跟三位开个会，带上图纸，可以吗？",
};

export const unheard: typeof heard = {
  "packaging-line-en": [
    "Hi all. Our PL-40 is really exciting, you'll love it.",
    "It has a touch screen and stainless parts and it will save you a fortune.",
    "Are you happy with the cleaning?",
    "It's €242,000. What do you say, shall we get it signed?",
    "I understand, but it's worth it.",
    "OK, I could give you 6% off if that helps.",
    "The other two always overrun, everybody knows it.",
    "So are you ready to sign?",
    "That price expires tonight, you have to decide now.",
    "Come on, what is there to think about? Let's sign.",
  ],
  "packaging-line-zh": [
    "大家好，我们 JH-30 特别好，你们一定会喜欢。",
    "带触摸屏，功能很全，能给你们省一大笔。",
    "人手还行吧？",
    "落地 141.8 万，今天就把合同签了，可以吗？",
    "我理解，但是这个真的值。",
    "要不我给您便宜 5%？",
    "便宜的都用不住，另外两家就是贴牌的。",
    "那现在可以签了吗？",
    "这个价今天截止，您现在就得决定。",
    "别犹豫了，签了吧。",
  ],
};
