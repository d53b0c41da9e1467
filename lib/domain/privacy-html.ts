import { auditActions } from "@/lib/contracts/audit";
import type { Memory } from "@/lib/contracts/memory";
import type { ExportedEvent, ExportHead } from "@/lib/contracts/privacy";
import { html, table, type Markup } from "./markup";
import type { ExportPart } from "./privacy-export";
import { talkArticle, type Speech } from "./privacy-html-talk";

const style = `:root{color-scheme:light dark}body{max-width:56rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.75rem;line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid;font-size:1.3rem}h3{margin-top:2rem;font-size:1.05rem}
table{width:100%;border-collapse:collapse;margin:.5rem 0 1rem;font-size:.9rem}th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8886;
text-align:start;vertical-align:top;overflow-wrap:anywhere}blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid #8888}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}.line{margin:.75rem 0;white-space:pre-wrap;
overflow-wrap:anywhere}.line b{display:block}small{opacity:.75}@media print{body{max-width:none;margin:0;font-size:11pt}article{break-before:page}tr,.line{break-inside:avoid}}
@media(max-width:40rem){dl{grid-template-columns:1fr}dt{font-weight:600}}`;

function top({ t, locale, at }: Speech, { profile, generatedAt }: ExportHead): Markup {
  const about = t("dataExport.about", { company: profile.company.name, name: profile.name, at: at(generatedAt) });
  const facts: [string, string | null][] = [
    [t("dataExport.name"), profile.name],
    [t("dataExport.email"), profile.email],
    [t("dataExport.role"), profile.role && t(`role.${profile.role}`)],
    [t("dataExport.company"), profile.company.name],
    [t("dataExport.language"), profile.locale && t(`locale.${profile.locale}`)],
    [t("dataExport.theme"), profile.theme],
    [t("dataExport.issuer"), profile.issuer],
    [t("dataExport.subject"), profile.subject],
    [t("dataExport.externalId"), profile.externalId],
    [t("dataExport.since"), at(profile.createdAt)],
    [t("dataExport.lastSeen"), at(profile.lastSeenAt)],
  ];
  const notes = (["leftOut1", "leftOut2", "leftOut3", "leftOut4"] as const).map((key) => t(`dataExport.${key}`));
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${t("dataExport.title")}: ${profile.name}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${t("dataExport.title")}</h1>
          <p>${about}</p>
          <h2>${t("dataExport.leftOut")}</h2>
          <ul>
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>
          <h2>${t("dataExport.profile")}</h2>
          <dl>
            ${facts.map(
              ([term, text]) =>
                html`<dt>${term}</dt>
                  <dd>${text || "–"}</dd>`,
            )}
          </dl>
     `;
}

function accessSections({ t, at }: Speech, { teams, logins, keys }: ExportHead): Markup {
  const none = t("dataExport.none");
  const yesNo = (is: boolean) => t(is ? "dataExport.yes" : "dataExport.no");
  const loginHeads = [t("dataExport.began"), t("dataExport.lastSeen"), t("dataExport.ended"), t("dataExport.browser")];
  const keyHeads = [t("dataExport.key"), t("dataExport.prefix"), t("dataExport.scopes"), t("dataExport.made")];
  const keyEnds = [t("dataExport.expires"), t("dataExport.used"), t("dataExport.revoked")];
  return html`<h2>${t("dataExport.teams")}</h2>
    ${table(
      none,
      [t("dataExport.team"), t("dataExport.leads"), t("dataExport.since")],
      teams.map(({ name, leads, since }) => [name, yesNo(leads), at(since)]),
    )}
    <h2>${t("dataExport.logins")}</h2>
    ${table(
      none,
      [...loginHeads, t("dataExport.address"), t("dataExport.issuer")],
      logins.map((one) => [
        at(one.createdAt),
        at(one.lastSeenAt),
        at(one.endedAt),
        one.userAgent,
        one.address,
        one.issuer,
      ]),
    )}
    <h2>${t("dataExport.keys")}</h2>
    ${table(
      none,
      [...keyHeads, ...keyEnds],
      keys.map((one) => [
        one.name,
        one.prefix,
        one.scopes.join(", "),
        at(one.createdAt),
        at(one.expiresAt),
        at(one.lastUsedAt),
        at(one.revokedAt),
      ]),
    )} `;
}

function usageSection({ t }: Speech, { usage }: ExportHead): Markup {
  const heads = [t("dataExport.month"), t("dataExport.kind"), t("dataExport.calls"), t("dataExport.tokens")];
  const rows = usage.map(({ month, kind, calls, inputTokens, outputTokens, costMicros }) => [
    month.slice(0, 7),
    kind,
    calls,
    `${inputTokens} + ${outputTokens}`,
    `$${(costMicros / 1_000_000).toFixed(4)}`,
  ]);
  return html`<h2>${t("dataExport.usage")}</h2>
    ${table(t("dataExport.none"), [...heads, t("dataExport.cost")], rows)} `;
}

function memorySection({ t, at }: Speech, memory: Memory): Markup {
  const list = (title: string, lines: string[]) =>
    lines.length > 0 &&
    html`<p>${title}</p>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
  return html`<article>
    <h3>${memory.buyerName}, ${memory.scenarioTitle}</h3>
    <p>
      ${t("dataExport.from")} ${at(memory.endedAt)} · ${t(`outcome.${memory.outcome}`)} · ${t("dataExport.expires")}
      ${at(memory.expiresAt)}
    </p>
    ${list(
      t("dataExport.told"),
      memory.told.map(({ text }) => text),
    )}
    ${list(
      t("dataExport.promised"),
      memory.promises.map(({ quote }) => quote),
    )}
    ${list(
      t("dataExport.openPoints"),
      memory.open.map(({ surface }) => surface),
    )}
  </article> `;
}

function eventRow({ t, at }: Speech, event: ExportedEvent): Markup {
  const known = auditActions.find((action) => action === event.action);
  const detail = Object.keys(event.detail).length > 0 ? JSON.stringify(event.detail) : "";
  return html`<tr>
    <td>${at(event.at)}</td>
    <td>${known ? t(`audit.does.${known}`) : event.action}</td>
    <td>${t(`dataExport.by_${event.by}`)}</td>
    <td>${event.target}</td>
    <td>${detail}</td>
  </tr> `;
}

/** The export as one page to read and print, without a script, a piece at a time. */
export async function* pageOf(parts: AsyncGenerator<ExportPart>, speech: Speech): AsyncGenerator<string> {
  const { t } = speech;
  const lists = ["talks", "memories", "log"] as const;
  const columns = [
    t("dataExport.when"),
    t("dataExport.what"),
    t("dataExport.who"),
    t("dataExport.on"),
    t("dataExport.detail"),
  ];
  const openings = {
    talks: html``,
    memories: html``,
    log: html`<table>
      <thead>
        <tr>
          ${columns.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
     `,
  };
  let open = -1;
  let items = 0;
  function* upTo(list: number): Generator<string> {
    for (; open < list; open++) {
      if (open >= 0 && items === 0) yield html`<p>${t("dataExport.none")}</p>`.text;
      const next = lists[open + 1];
      if (next)
        yield html`<h2>${t(`dataExport.${next}`)}</h2>
          ${openings[next]}`.text;
      items = 0;
    }
  }
  for await (const part of parts) {
    if (part.kind === "head") {
      yield top(speech, part.head).text;
      yield accessSections(speech, part.head).text;
      yield usageSection(speech, part.head).text;
      continue;
    }
    yield* upTo(lists.indexOf(part.kind));
    items += 1;
    if (part.kind === "talks") yield talkArticle(speech, part.item).text;
    else if (part.kind === "memories") yield memorySection(speech, part.item).text;
    else yield eventRow(speech, part.item).text;
  }
  yield* upTo(lists.length - 1);
  yield "</tbody></table></main></body></html>\n";
}
