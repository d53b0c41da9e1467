import { DoorClosed } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInButton } from "@/components/shell/sign-in-button";
import { beginSignIn } from "../actions";

const reasons = ["unknown_tenant", "user_disabled", "no_role"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refused"))("title") };
}

export default async function RefusedPage({ searchParams }: { searchParams: Promise<{ reason?: string | string[] }> }) {
  const [t, { reason }] = await Promise.all([getTranslations("refused"), searchParams]);
  const known = reasons.find((name) => name === reason) ?? "other";
  return (
    <div className="panel mx-auto mt-8 max-w-[34rem]">
      <DoorClosed className="ico text-warn" aria-hidden="true" />
      <h1 className="mt-3">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t(known)}</p>
      <form action={beginSignIn} className="mt-6">
        <SignInButton label={t("again")} />
      </form>
    </div>
  );
}
