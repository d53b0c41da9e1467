import type { Persona } from "@/lib/contracts/content";
import {
  all,
  any,
  asked,
  did,
  fromTurn,
  interest,
  isResolved,
  mentioned,
  move,
  not,
  stageIn,
  told,
  trust,
} from "../conditions";
import { voice } from "./voice-nuala";

export const persona: Persona = {
  id: "nuala-byrne",
  version: 1,
  locale: "en",
  name: "Nuala Byrne",
  calledBy: ["Nuala", "Ms Byrne", "Sister Byrne"],
  role: "Lead nurse",
  company: "Ashcombe Clinics",
  industry: "Private outpatient clinics",
  archetype: "busy",
  style: "terse",
  decisionStyle: "Pictures a Monday morning with it. If the picture holds, she is for it.",
  temperament: "Quick, blunt, kind underneath. Listens with one eye on the corridor.",
  motivation: "Nurses with patients, not with keyboards, and nobody hurt.",
  typicalWords: ["grand", "on the floor", "quick now", "my nurses", "who does that, then"],
  meters: { trust: 36, interest: 36, patience: 90 },
  volatility: 15,
  publicFacts: [
    { id: "Q1", text: "Nuala trained in Galway and has led the nurses at Ashcombe since 2019." },
    { id: "Q2", topic: "schedule", text: "31 nurses work in the six clinics, most of them in two of them." },
    { id: "Q3", topic: "records", text: "Notes are kept partly in Diarist and partly in paper folders." },
    { id: "Q4", topic: "changeover", text: "Diarist loses its support on 30 June, so something has to follow it." },
  ],
  sealedFacts: [
    {
      id: "N1",
      topic: "changeover",
      need: true,
      text: "Diarist was started on a Monday in flu-jab week in 2022, with three hours' notice. The queue at Minehead stood out on the pavement, and two nurses left within the month.",
      spoken: [
        "2022, a Monday, flu-jab week. We got three hours' notice. The queue at Minehead was out on the pavement, and I lost two nurses within the month.",
        "They switched us on in flu-jab week, 2022. Three hours' notice. Minehead had people on the pavement in the rain. Two of my nurses were gone by the next month.",
        "Two good nurses left over it. Flu-jab week in 2022, three hours' notice, a queue out to the pavement at Minehead. Never again like that.",
      ],
      recalled: ["I'm not having another flu-jab week. I told you.", "Minehead, the pavement. Keep that in your head."],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O4" }),
          did("empathise", { topics: ["changeover", "schedule"] }),
          trust(48),
        ),
        asked("changeover"),
        trust(42),
      ),
      breadcrumbs: ["We've done one of these. I still owe people an apology.", "Starting's the part nobody plans."],
    },
    {
      id: "N2",
      topic: "schedule",
      need: true,
      text: "Treatment rooms and equipment are not in the diary, only doctors are. That makes about 14 clashes a week; on 9 February a man waited two hours and forty minutes for a dressing.",
      spoken: [
        "Doctors are in the diary. Treatment rooms aren't. So 14 clashes a week, about. On 9 February a man sat two hours forty for a dressing.",
        "14 times a week two people want one treatment room. It isn't in the diary, see. On 9 February a man waited two hours forty for a dressing. I was ashamed.",
        "Rooms and kit live on a whiteboard. We get 14 clashes in a week. The worst was 9 February: two hours forty for a dressing.",
      ],
      recalled: ["14 clashes a week, still.", "That man and his dressing. I think of him."],
      unlock: all(asked("schedule"), trust(42)),
      breadcrumbs: [
        "The list says one thing, the corridor says another.",
        "There's a whiteboard that runs this place.",
      ],
    },
    {
      id: "N3",
      topic: "records",
      need: true,
      text: "In December a penicillin allergy stood on paper in one clinic and not on the screen in another; a nurse caught it with the tablet in her hand. Inspectors come on 12 April and will ask what has changed.",
      spoken: [
        "In December a penicillin allergy was on paper in one clinic and nowhere on screen in the next. My nurse caught it, tablet in hand. Inspectors are in on 12 April.",
        "We nearly gave penicillin to the wrong man in December. It was in the paper folder, another clinic. The inspectors come on 12 April, and they'll ask what we changed.",
        "12 April, inspectors. They've read about December: a penicillin allergy, on paper only, caught with the tablet out of the pack. I've nothing new to show them yet.",
      ],
      recalled: ["The inspectors come on 12 April, with or without you.", "December. I don't want that twice."],
      unlock: all(asked("records"), trust(45)),
      breadcrumbs: ["Two places for one truth. You can guess.", "There's a report in a drawer I know by heart."],
    },
    {
      id: "N4",
      topic: "support",
      need: false,
      text: "Diarist was down on three mornings in January. Since then Nuala prints the lists of all six clinics at home at half past five every morning.",
      spoken: [
        "It was down three mornings in January. So now I print all six lists at home, half past five, every day. In my slippers.",
        "Half past five I'm up, printing six clinics' lists at home. Since January, when it was down three mornings and nobody knew who was coming.",
        "I print the lists myself, at home, half past five. January taught me: three mornings down, six waiting rooms, no names.",
      ],
      recalled: ["I'd like to sleep past half past five again.", "Three mornings in January. My printer remembers."],
      unlock: all(asked("support"), trust(46)),
      breadcrumbs: ["My day starts well before the clinics do.", "I don't trust it in the morning. I've my own way."],
    },
    {
      id: "N5",
      topic: "decision",
      need: false,
      text: "The owners have asked Nuala for a written opinion by 19 March. She will not write one before Tilda's team at the Barnstaple clinic has tried the system for a week.",
      spoken: [
        "I've to write them an opinion by 19 March. And I won't, till Tilda's lot in Barnstaple have had a week on it.",
        "They want my opinion on paper, 19 March. Let Tilda and her team in Barnstaple try it a week. Then I'll write.",
        "They want my opinion by 19 March, one page. I'd want Barnstaple to try it first. Tilda will tell me the truth.",
      ],
      recalled: ["Tilda first, then my opinion.", "19 March is my date, not Graham's."],
      unlock: all(any(asked("decision"), all(told("N1"), asked("changeover"))), trust(52), not(stageIn("opening"))),
      breadcrumbs: ["I get asked too, you know. Properly asked.", "I don't sign for things I've not seen working."],
    },
  ],
  objections: [
    {
      id: "O4",
      topic: "changeover",
      surface: [
        "Another new system. We're barely over the last one.",
        "And the first morning? Nobody's told me yet.",
        "Not in my clinics, not like that.",
      ],
      concern:
        "The last start was sprung on her, cost her two nurses, and she promised the others it would not happen again.",
      factId: "N1",
      raiseWhen: any(mentioned("changeover"), did("present_value", { qualities: ["blind"] }), fromTurn(4)),
      answerTopics: ["changeover"],
    },
    {
      id: "O5",
      topic: "records",
      surface: [
        "More typing for nurses, I suppose. It always is.",
        "You still haven't said who types it all.",
        "No keyboard between us and the patient. That's final.",
      ],
      concern: "She fears a screen that takes nurses from patients and still does not make the notes safe.",
      factId: "N3",
      raiseWhen: all(not(told("N3")), did("present_value"), any(mentioned("records"), fromTurn(6))),
      answerTopics: ["records", "schedule", "changeover"],
    },
  ],
  concessions: [
    {
      id: "C4",
      text: "You can have one clinic for a week. After hours for the training, mind.",
      needs: isResolved("O4"),
    },
    {
      id: "C5",
      text: "If the treatment rooms are in it, Graham, I want it.",
      needs: all(told("N2"), isResolved("O4"), trust(55), interest(50)),
    },
  ],
  walkAway: [
    { id: "W1", text: "She was pressed a second time.", when: did("pressure", { atLeast: 2 }) },
    {
      id: "W2",
      text: "A third claim turned out to be untrue.",
      when: did("make_claim", { qualities: ["contradicted"], atLeast: 3 }),
    },
    {
      id: "W3",
      text: "Somebody was insulted and then asked to sign.",
      when: all(did("unprofessional"), move("ask_commitment")),
    },
  ],
  topicAnswers: [
    {
      topic: "schedule",
      open: [
        "Doors at eight. By ten past we're behind.",
        "I look at the list, then I look at the corridor. I believe the corridor.",
        "We borrow from each other. A room here, a nurse there.",
      ],
      closed: ["Most days.", "Not on a Monday.", "When nobody's off sick."],
    },
    {
      topic: "records",
      open: [
        "Some's on the screen. Some's in the folder. The folder's in the other clinic.",
        "We write it up at the end. Which is to say after hours.",
        "A nurse wants it in one look. She doesn't get it.",
      ],
      closed: ["Bits of both.", "Not always to hand.", "We make do."],
    },
    {
      topic: "changeover",
      open: [
        "It lands on reception and on us. Nobody else notices.",
        "My nurses need to hear it from me first. That takes time.",
        "Evenings, half the team can. Sundays, none.",
      ],
      closed: ["Not in clinic hours.", "It'd have to be slow.", "Depends who's in the room."],
    },
    {
      topic: "support",
      open: [
        "You ring, you wait, you get a number. Meanwhile there's a queue.",
        "Nobody there has ever stood at a reception desk. You can hear it.",
        "I've stopped ringing. I shout for our caretaker, he's better.",
      ],
      closed: ["Slow.", "Not before nine.", "Sometimes they ring back."],
    },
    {
      topic: "attendance",
      open: [
        "We lay up the room and then sit there. It's a waste of a good nurse.",
        "They forget, God love them. Half of them would come if somebody texted.",
        "Graham counts them. I just see the chair.",
      ],
      closed: ["Every day.", "A few each morning.", "He has the tally."],
    },
    {
      topic: "billing",
      open: [
        "I write what I did. What they make of it downstairs, I couldn't say.",
        "Graham's people ring my nurses to ask what a word says. In the middle of a patient.",
        "That's money. I do wounds.",
      ],
      closed: ["Not my end.", "Graham's the man for that.", "I sign, they bill."],
    },
    {
      topic: "price",
      open: [
        "I don't look at the figure. I look at what it takes off my nurses.",
        "Graham will do that to death. Ask me something else.",
        "A cheap thing that annoys us is dear enough.",
      ],
      closed: ["His department.", "Past me, all that.", "What, more than a couch?"],
    },
    {
      topic: "budget",
      open: [
        "I'd buy two more nurses. Nobody's selling those.",
        "He minds the purse, I mind the patients. It works.",
        "I've asked for a couch for two years, so I know how he counts.",
      ],
      closed: ["Ask him.", "I've none, I know that.", "Not mine to say."],
    },
    {
      topic: "decision",
      open: [
        "Graham does the sum. I say would we use it.",
        "If the nurses won't, it doesn't matter who signed.",
        "We've to see the three of you. Then we'll sit down.",
      ],
      closed: ["Not by myself.", "I've a say.", "In the end, yes."],
    },
    {
      topic: "alternatives",
      open: [
        "The last crowd showed us slides. I fell asleep.",
        "One of them had it on a phone. My thumbs aren't that small.",
        "Nobody's shown me a bad Monday on it yet.",
      ],
      closed: ["I saw one.", "They blur.", "Himself keeps a table of them."],
    },
    {
      topic: "terms",
      open: [
        "Contracts, no. As long as somebody turns up when it's broken.",
        "How long we're tied is his worry. How we start is mine.",
        "Put in writing who trains us. The rest I'll not read.",
      ],
      closed: ["He keeps it in a folder.", "Is it long?", "He'll read it, he loves that."],
    },
    {
      topic: "self",
      open: [
        "Galway, a long time ago. I came for a year.",
        "Bideford's open, so that's one more place to be late for.",
        "On my feet since seven. This is me sitting down.",
      ],
      closed: ["Grand, thanks.", "Run off my feet.", "Ask me at six."],
    },
  ],
  voice,
  ownsTopics: ["schedule", "records", "changeover", "support"],
  influence: [
    { objectionId: "O4", on: "graham-pell", meter: "interest", by: 6 },
    { objectionId: "O5", on: "graham-pell", meter: "trust", by: 4 },
  ],
  defers: [
    {
      topics: ["price", "billing", "budget", "terms", "alternatives"],
      to: "graham-pell",
      lines: ["Money. Over to you, Graham.", "That's Graham's side of the table.", "Ask himself there. Graham?"],
    },
  ],
  convinced: [
    {
      by: "graham-pell",
      objectionId: "O1",
      lines: ["If Graham's stopped sighing, I can listen properly.", "Good. That's the money rowing done, so."],
    },
    {
      by: "graham-pell",
      objectionId: "O2",
      lines: ["If he's happy with the sum, that's rare. Noted.", "So we're not buying the cheap one. Grand."],
    },
  ],
  contradicts: [
    {
      id: "nuala-unheard",
      to: "graham-pell",
      when: {
        op: "all",
        of: [
          { op: "move", types: ["propose_next_step"], qualities: ["dated"] },
          { op: "objection", objectionId: "O4", is: "open" },
          { op: "not", of: { op: "objection", objectionId: "O4", is: "acknowledged" } },
        ],
      },
      lines: ["Put the diary away, Graham. I've not been answered.", "Wait. I asked something, and nobody heard."],
    },
    {
      id: "nuala-unproved",
      to: "graham-pell",
      when: {
        op: "move",
        types: ["make_claim"],
        topics: ["schedule", "records", "changeover", "support"],
        qualities: ["not_in_knowledge"],
      },
      lines: ["Don't write that down yet, Graham.", "That's a nice sentence, Graham. I'd want to see it at eight."],
      effect: { meter: "interest", by: -2 },
    },
    {
      id: "nuala-attendance",
      to: "graham-pell",
      when: {
        op: "all",
        of: [
          { op: "move", types: ["ask_open", "probe"], topics: ["attendance"] },
          { op: "not", of: { op: "objection", objectionId: "O4", is: "resolved" } },
        ],
      },
      lines: ["You see the empty ones, Graham. I see the full corridor.", "It's not only who stays away, Graham."],
    },
    {
      id: "nuala-blind",
      to: "graham-pell",
      when: { op: "move", types: ["present_value"], topics: ["attendance", "billing"], qualities: ["blind"] },
      lines: ["None of that helps a nurse, Graham.", "Lovely for the office. And us?"],
      effect: { meter: "interest", by: -2 },
    },
  ],
};
