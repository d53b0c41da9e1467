import { Check, FlaskConical, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/shell/sign-in-form";
import { Words } from "@/components/ui/words";
import { getCtx } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";
import { beginSignIn } from "./actions";
import { OwnSignIn } from "./own-sign-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("button") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ returnTo?: string | string[]; organisation?: string | string[] }>;
}) {
  if (await getCtx()) redirect("/");
  const [t, { returnTo, organisation }] = await Promise.all([getTranslations("signIn"), searchParams]);
  const back = typeof returnTo === "string" ? returnTo : undefined;
  if (typeof organisation === "string" && organisation.trim()) {
    const way = back ? `?${new URLSearchParams({ returnTo: back }).toString()}` : "";
    redirect(`/sign-in/${encodeURIComponent(organisation.trim().toLowerCase().slice(0, 63))}${way}`);
  }
  const seeded = env().profile === "demo" || env().profile === "development";
  return (
    <div className="grid items-center gap-x-16 gap-y-10 pt-4 md:pt-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <h1 className="max-w-[20ch] text-3xl">{t("title")}</h1>
        <p className="mt-4 max-w-[54ch] text-lg text-pretty text-ink-2">{t("lead")}</p>
        <ul className="mt-6 grid gap-3">
          {(["point1", "point2", "point3"] as const).map((point) => (
            <li key={point} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2.5">
              <Check className="ico mt-1 text-accent" aria-hidden="true" />
              {t(point)}
            </li>
          ))}
        </ul>
      </div>
      <section className="panel" aria-label={t("button")}>
        <Words of={["problem", "common"]}>
          <SignInForm label={t("button")} returnTo={back} begin={beginSignIn} />
        </Words>
        <p className="mt-3 text-sm text-ink-2">{t("with")}</p>
        <OwnSignIn returnTo={back} />
        {seeded && (
          <div className="notice acc mt-5">
            <FlaskConical aria-hidden="true" />
            <p>
              <b className="font-semibold">{t("demoTitle")}</b>
              <br />
              {t("demo", { email: "trainee@acme.example" })}
            </p>
          </div>
        )}
        <p className="mt-5 grid grid-cols-[1.1rem_minmax(0,1fr)] gap-2 text-xs text-ink-3">
          <ShieldCheck className="ico s" aria-hidden="true" />
          {t("private")}
        </p>
      </section>
    </div>
  );
}
