import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

const forms = [
  { href: "/api/v1/me/export.html", label: "exportHtml", text: "exportHtmlText" },
  { href: "/api/v1/me/export", label: "exportJson", text: "exportJsonText" },
] as const;

/** Everything held of the reader, to take along. */
export function ExportLinks() {
  const t = useTranslations("privacy");
  return (
    <>
      <p className="max-w-[66ch]">{t("exportText")}</p>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2">
        {forms.map(({ href, label, text }) => (
          <li key={href}>
            <a className="btn line w-full" href={href} download>
              <Download aria-hidden="true" />
              {t(label)}
            </a>
            <p className="mt-1.5 text-sm text-ink-2">{t(text)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-[66ch] text-sm text-ink-2">{t("exportLogged")}</p>
    </>
  );
}
