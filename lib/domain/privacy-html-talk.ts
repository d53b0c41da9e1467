import type { getTranslations } from "next-intl/server";
import type { ExportedTalk } from "@/lib/contracts/privacy";
import type { Locale } from "@/lib/contracts/vocabulary";
import { html, table, type Markup } from "./markup";

/** Words and dates in the language of the person. */
export interface Speech {
  t: Awaited<ReturnType<typeof getTranslations<never>>>;
  locale: Locale;
  at: (time: string | null) => string;
}

type Debrief = NonNullable<ExportedTalk["debrief"]>;

const quotes = (texts: string[]) => texts.map((text) => html`<blockquote>${text}</blockquote>`);

function factsOf({ t, at }: Speech, { summary, debrief }: ExportedTalk): Markup {
  const { difficulty, stage, outcome, endReason, assisted, startedAt, endedAt, locale } = summary;
  const reason = endReason ? `: ${t(`endReason.${endReason}`)}` : "";
  const unscored = debrief?.unscorable ? t(`unscorable.${debrief.unscorable}`) : "–";
  const facts: [string, string | number][] = [
    [t("dataExport.began"), at(startedAt)],
    [t("dataExport.ended"), at(endedAt)],
    [t("dataExport.language2"), t(`locale.${locale}`)],
    [t("dataExport.level"), t(`difficulty.${difficulty}`)],
    [t("dataExport.stage"), t(`stage.${stage}`)],
    [t("dataExport.outcome"), outcome ? t(`outcome.${outcome}`) + reason : t("dataExport.open")],
    [t("dataExport.assisted"), t(assisted ? "dataExport.yes" : "dataExport.no")],
    [t("dataExport.score"), debrief?.score ?? unscored],
  ];
  return html`<dl>
    ${facts.map(
      ([term, text]) =>
        html`<dt>${term}</dt>
          <dd>${text}</dd>`,
    )}
  </dl>`;
}

function linesOf({ t }: Speech, { messages, turns }: ExportedTalk): Markup {
  const lines = messages.map(({ number, speaker, text }) => {
    const who = speaker === "trainee" ? t("dataExport.you") : speaker;
    return html`<div class="line"><b>${number} · ${who}</b>${text}</div>`;
  });
  const uncounted = turns.filter(({ status }) => status !== "settled").map(({ text }) => text);
  return html`<h4>${t("dataExport.said")}</h4>
    ${lines}
    ${
      uncounted.length > 0 &&
      html`<h4>${t("dataExport.others")}</h4>
        ${quotes(uncounted)}`
    }`;
}

function movesOf({ t }: Speech, { turns }: ExportedTalk): Markup {
  const rows = turns.flatMap(({ turn, moves }) =>
    moves.map(({ type, said, quality, verdict }) => [turn, type, said, [quality, verdict].filter(Boolean).join(", ")]),
  );
  const heads = [t("dataExport.turn"), t("dataExport.move"), t("dataExport.words"), t("dataExport.quality")];
  return html`<h4>${t("dataExport.seen")}</h4>
    ${table(t("dataExport.none"), heads, rows)}`;
}

function asidesOf({ t, at }: Speech, { hints, shares }: ExportedTalk): Markup {
  const links = shares.map(({ createdAt, expiresAt, revokedAt }) => [at(createdAt), at(expiresAt), at(revokedAt)]);
  const heads = [t("dataExport.made"), t("dataExport.expires"), t("dataExport.revoked")];
  const given = hints.map(({ turn, text }) => [turn, text]);
  return html`${
    hints.length > 0 &&
    html`<h4>${t("dataExport.hints")}</h4>
      ${table("", [t("dataExport.turn"), t("dataExport.words")], given)}`
  }
  ${
    shares.length > 0 &&
    html`<h4>${t("dataExport.shares")}</h4>
      ${table("", heads, links)}`
  }`;
}

function narrativeOf({ t }: Speech, { headline, focus, good, notes, hidden }: Debrief): Markup {
  const earned = (is: boolean) => t(is ? "dataExport.earned" : "dataExport.unearned");
  return html`${headline && html`<p>${headline}</p>`}
  ${
    good &&
    html`<h5>${t("dataExport.good")}</h5>
      <p>${good.text}</p>
      ${quotes([good.receipt.quote])}`
  }
  ${
    focus &&
    html`<h5>${t("dataExport.focus")}</h5>
      <p>${focus.title}: ${focus.text} ${focus.tryThis}</p>`
  }
  ${
    notes.length > 0 &&
    html`<h5>${t("dataExport.notes")}</h5>
      <ul>
        ${notes.map(({ text }) => html`<li>${text}</li>`)}
      </ul>`
  }
  ${
    hidden.length > 0 &&
    html`<h5>${t("dataExport.hidden")}</h5>
      <ul>
        ${hidden.map((fact) => html`<li>${fact.text} (${earned(fact.earned)})</li>`)}
      </ul>`
  }`;
}

function debriefOf(speech: Speech, debrief: Debrief): Markup {
  const { t } = speech;
  const heads = [t("dataExport.check"), t("dataExport.found"), t("dataExport.why"), t("dataExport.proof")];
  const rows = debrief.checks.map(({ title, status, why, evidence }) => [
    title,
    t(`status.${status}`),
    why,
    html`${quotes(evidence.map(({ quote }) => quote))}`,
  ]);
  return html`<h4>${t("dataExport.debrief")}</h4>
    ${narrativeOf(speech, debrief)}
    ${
      rows.length > 0 &&
      html`<h5>${t("dataExport.checks")}</h5>
        ${table("", heads, rows)}`
    }`;
}

/** One talk with all that hangs on it, to read. */
export function talkArticle(speech: Speech, talk: ExportedTalk): Markup {
  return html`<article>
    <h3>${talk.summary.scenarioTitle}</h3>
    ${factsOf(speech, talk)} ${linesOf(speech, talk)}
    ${talk.turns.some(({ moves }) => moves.length > 0) && movesOf(speech, talk)} ${asidesOf(speech, talk)}
    ${talk.debrief && debriefOf(speech, talk.debrief)}
  </article> `;
}
