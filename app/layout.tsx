import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { StyleNonce } from "@/components/shell/style-nonce";
import { chosenTheme } from "@/lib/i18n/choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("tagline") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f3ef" },
    { media: "(prefers-color-scheme: dark)", color: "#171814" },
  ],
};

/** The document. Language and theme are known here, on the server, so that no page flashes and no inline script is needed. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // each answer carries its own script nonce
  await connection();
  const [locale, theme] = await Promise.all([getLocale(), chosenTheme()]);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <StyleNonce />
        <NextIntlClientProvider messages={null} formats={null}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
