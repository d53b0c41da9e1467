import { NextIntlClientProvider, type Messages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Hands client components only the namespaces they speak, so that a page does not carry the whole catalogue. */
export async function Words({ of, children }: { of: (keyof Messages)[]; children: ReactNode }) {
  const all = await getMessages();
  const picked = Object.fromEntries(of.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
