import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectionList } from "@/components/console/connection-list";
import { MappingTable } from "@/components/console/mapping-table";
import { SignInPolicyForm } from "@/components/console/sign-in-policy";
import { CopyButton } from "@/components/ui/copy-button";
import { Words } from "@/components/ui/words";
import { getSignInSettings } from "@/lib/domain/sign-in-policy";
import { definePage } from "@/lib/platform/http/page";
import {
  addConnection,
  changeConnection,
  disableConnection,
  enableConnection,
  removeConnection,
  savePolicy,
  testConnection,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signInSettings"))("title") };
}

const actions = {
  add: addConnection,
  change: changeConnection,
  enable: enableConnection,
  disable: disableConnection,
  remove: removeConnection,
  test: testConnection,
};

/** By what ways people get in, and who of them may. */
export default definePage({
  access: "sign_in:manage",
  render: async ({ ctx }) => {
    const [t, common, settings] = await Promise.all([
      getTranslations("signInSettings"),
      getTranslations("common"),
      getSignInSettings(ctx),
    ]);
    const { connections, mappings, policy, page } = settings;
    return (
      <Words of={["signInSettings", "role", "people", "problem", "common"]}>
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        <section className="sec">
          <header>
            <h2>{t("pageTitle")}</h2>
          </header>
          <p className="max-w-[62ch]">{t("pageText")}</p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <span className="min-w-0 wrap-anywhere">{page}</span>
            <CopyButton value={page} done={common("copied")} className="btn line">
              {common("copy")}
            </CopyButton>
          </p>
        </section>
        <section className="sec">
          <header>
            <h2>{t("connectionsTitle")}</h2>
          </header>
          <p className="mb-4 max-w-[62ch]">{t("connectionsText")}</p>
          <ConnectionList connections={connections} actions={actions} />
        </section>
        <section className="sec">
          <header>
            <h2>{t("policyTitle")}</h2>
          </header>
          <p className="mb-4 max-w-[62ch]">{t("policyText")}</p>
          <SignInPolicyForm policy={policy} save={savePolicy} />
        </section>
        <section className="sec">
          <header>
            <h2>{t("mappingsTitle")}</h2>
          </header>
          <p className="mb-4 max-w-[62ch]">{t(mappings.length > 0 ? "mappingsText" : "mappingsNone")}</p>
          {mappings.length > 0 && <MappingTable mappings={mappings} />}
        </section>
      </Words>
    );
  },
});
