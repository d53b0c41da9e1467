import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/shell/sign-in-form";
import { Words } from "@/components/ui/words";
import { listSignInChoices } from "@/lib/domain/sign-in-choices";
import { getCtx } from "@/lib/platform/auth/session";
import { beginSignIn } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("button") };
}

/** The ways in of one organisation. One that does not exist looks like one without ways of its own. */
export default async function TenantSignInPage({
  params,
  searchParams,
}: {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ returnTo?: string | string[] }>;
}) {
  if (await getCtx()) redirect("/");
  const [t, { tenant }, { returnTo }] = await Promise.all([getTranslations("signInWays"), params, searchParams]);
  const back = typeof returnTo === "string" ? returnTo : undefined;
  const choices = await listSignInChoices(tenant);
  return (
    <section className="panel mx-auto mt-8 max-w-[30rem]">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-2 mb-5 text-ink-2">{t(choices.length > 0 ? "choose" : "none")}</p>
      <Words of={["problem", "common"]}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {choices.map(({ id, name }) => (
            <SignInForm key={id} label={t("with", { name })} connectionId={id} returnTo={back} begin={beginSignIn} />
          ))}
          <SignInForm label={t("general")} returnTo={back} plain={choices.length > 0} begin={beginSignIn} />
        </div>
      </Words>
      <Link className="link mt-4 inline-flex min-h-11 items-center" href="/sign-in">
        {t("other")}
      </Link>
    </section>
  );
}
