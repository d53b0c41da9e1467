import { DoorClosed } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { SignInForm } from "@/components/shell/sign-in-form";
import { Words } from "@/components/ui/words";
import { beginSignIn } from "../actions";

const reasons = [
  "unknown_tenant",
  "user_disabled",
  "no_role",
  "domain_not_allowed",
  "untrusted",
  "connection_off",
  "cancelled",
] as const;

/** What Auth.js calls it when the provider sent somebody back without letting them in. */
const providerRefused = "OAuthCallbackError";

type Query = Promise<{ reason?: string | string[]; error?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refused"))("title") };
}

export default async function RefusedPage({ searchParams }: { searchParams: Query }) {
  const [t, { reason, error }] = await Promise.all([getTranslations("refused"), searchParams]);
  const said = error === providerRefused ? "cancelled" : reason;
  const known = reasons.find((name) => name === said) ?? "other";
  return (
    <div className="panel mx-auto mt-8 max-w-[34rem]">
      <DoorClosed className="ico text-warn" aria-hidden="true" />
      <h1 className="mt-3">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t(known)}</p>
      <div className="mt-6">
        <Words of={["problem", "common"]}>
          <SignInForm label={t("again")} begin={beginSignIn} />
        </Words>
      </div>
      <Link className="link mt-3 inline-flex min-h-11 items-center" href="/sign-in">
        {t("back")}
      </Link>
    </div>
  );
}
