import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { filled } from "@/app/asked";
import { LoginFilters } from "@/components/console/login-filters";
import { LoginTable } from "@/components/console/login-table";
import { PageLinks } from "@/components/console/page-links";
import { Blank } from "@/components/ui/blank";
import { EraseButton } from "@/components/ui/erase-button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Words } from "@/components/ui/words";
import { loginQuerySchema, type LoginPage, type PersonLogin } from "@/lib/contracts/logins";
import { listLogins } from "@/lib/domain/logins";
import { definePage } from "@/lib/platform/http/page";
import { endAllSignIns, endSignIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("logins"))("title") };
}

const none: LoginPage = { items: [], nextCursor: null };

/** When one person's are shown: whose, and the way to end them all. */
async function OnePerson({ person: { id, name } }: { person: PersonLogin["person"] }) {
  const t = await getTranslations("logins");
  const words = {
    button: t("endAll"),
    label: t("endAllLabel", { name }),
    title: t("endAllTitle"),
    text: t("endAllText", { name }),
    confirm: t("endAllConfirm"),
    busy: t("ending"),
  };
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <p className="me-auto min-w-0 wrap-anywhere">{t("onlyOf", { name })}</p>
      <EraseButton input={{ userId: id }} erase={endAllSignIns} words={words} />
      <Link className="btn line" href="/console/logins">
        {t("everybody")}
      </Link>
    </div>
  );
}

/** Who is signed in, where and since when. */
export default definePage({
  access: "login:manage",
  render: async ({ ctx, query: sent }) => {
    const t = await getTranslations("logins");
    const { cursor, ...given } = filled(sent);
    const query = loginQuerySchema.safeParse({ cursor, ...given });
    const page = query.success ? await listLogins(ctx, query.data) : none;
    const [first] = page.items;
    const address = (more: Record<string, string>) => `/console/logins?${new URLSearchParams({ ...given, ...more })}`;
    const filtered = Object.keys(given).length > 0;
    return (
      <>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        <Words of={["logins", "problem", "common"]}>
          {given.user && first ? <OnePerson person={first.person} /> : <LoginFilters person={given.person} />}
          {!query.success && <ProblemNotice code="invalid_request" />}
          {page.items.length > 0 && <LoginTable logins={page.items} end={endSignIn} />}
        </Words>
        {query.success && page.items.length === 0 && (
          <Blank title={t(filtered ? "noMatchTitle" : "emptyTitle")} text={t(filtered ? "noMatch" : "empty")}>
            {filtered && (
              <Link className="btn line" href="/console/logins">
                {t("everybody")}
              </Link>
            )}
          </Blank>
        )}
        <PageLinks
          label={t("pages")}
          first={cursor ? { href: address({}), text: t("newest") } : null}
          next={page.nextCursor ? { href: address({ cursor: page.nextCursor }), text: t("more") } : null}
        />
      </>
    );
  },
});
