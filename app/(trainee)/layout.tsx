import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { chosenTheme } from "@/lib/i18n/choice";
import { pageCtx } from "@/lib/platform/http/page";
import { chooseLocale, chooseTheme } from "./actions";

export default async function TraineeLayout({ children }: { children: ReactNode }) {
  const [ctx, locale, theme] = await Promise.all([pageCtx(), getLocale(), chosenTheme()]);
  const { name, email, role } = ctx.actor;
  return (
    <Shell
      person={{ name, email, role }}
      locale={locale}
      theme={theme}
      actions={{ setLocale: chooseLocale, setTheme: chooseTheme }}
    >
      {children}
    </Shell>
  );
}
