"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefresh } from "@/components/debrief/use-refresh";

/** While a side is being judged: says so and asks again until it is done. */
export function Waiting() {
  const t = useTranslations("compare");
  useRefresh();
  return (
    <p className="notice acc mt-6" role="status" aria-busy="true">
      <LoaderCircle aria-hidden="true" />
      <span>{t("pending")}</span>
    </p>
  );
}
