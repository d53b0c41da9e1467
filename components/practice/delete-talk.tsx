"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/contracts/action";
import { EraseButton } from "@/components/ui/erase-button";

/** Erases a talk, after asking. */
export function DeleteTalk({
  sessionId,
  title,
  date,
  remove,
}: {
  sessionId: string;
  title: string;
  date: string;
  remove: (input: { sessionId: string }) => Promise<ActionResult<null>>;
}) {
  const t = useTranslations("history");
  const words = {
    label: `${t("delete")}: ${title}`,
    title: t("deleteTitle"),
    text: t("deleteText", { title, date }),
    confirm: t("deleteConfirm"),
    busy: t("deleting"),
  };
  return <EraseButton input={{ sessionId }} erase={remove} words={words} />;
}
