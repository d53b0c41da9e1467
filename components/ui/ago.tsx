import { useFormatter, useNow } from "next-intl";

/** A moment in the words of the page, "5 minutes ago"; the time itself for who looks closer. */
export function useAgo(): (at: string) => string {
  const format = useFormatter();
  const now = useNow();
  return (at) => format.relativeTime(new Date(Math.min(new Date(at).getTime(), now.getTime())), now);
}

export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={`${at.slice(0, 16).replace("T", " ")} UTC`} className="text-sm">
      {useAgo()(at)}
    </time>
  );
}
