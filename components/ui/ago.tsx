import { useFormatter, useNow, useTranslations } from "next-intl";

/** A moment in the words of the page: "just now", "5 minutes ago". */
export function useAgo(): (at: string) => string {
  const t = useTranslations("logins");
  const format = useFormatter();
  const now = useNow();
  return (at) => (now.getTime() - Date.parse(at) < 60_000 ? t("justNow") : format.relativeTime(new Date(at), now));
}

/** The same, with the time itself for who looks closer. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={`${at.slice(0, 16).replace("T", " ")} UTC`} className="text-sm">
      {useAgo()(at)}
    </time>
  );
}
