const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** HTML that was put together by `html` and is not escaped again. */
export class Markup {
  constructor(readonly text: string) {}
}

type Hole = string | number | Markup | Markup[] | null | undefined | false;

function fill(hole: Hole): string {
  if (hole === null || hole === undefined || hole === false) return "";
  if (hole instanceof Markup) return hole.text;
  if (Array.isArray(hole)) return hole.map((part) => part.text).join("\n");
  return String(hole).replace(/[&<>"']/gu, (sign) => entities[sign] ?? "");
}

/** A piece of HTML whose holes are escaped, in text and in quoted attributes. */
export function html(parts: TemplateStringsArray, ...holes: Hole[]): Markup {
  return new Markup(parts.map((part, index) => part + (index < holes.length ? fill(holes[index]) : "")).join(""));
}

/** A table, or one line that says that there is nothing. */
export function table(none: string, heads: string[], rows: (string | number | Markup | null)[][]): Markup {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
