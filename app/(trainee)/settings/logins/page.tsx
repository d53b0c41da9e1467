import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { OwnLogins } from "@/components/settings/own-logins";
import { Words } from "@/components/ui/words";
import { listOwnLogins } from "@/lib/domain/logins";
import { definePage } from "@/lib/platform/http/page";
import { endOtherSignIns, endOwnSignIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("logins"))("ownTitle") };
}

/** The browsers one is signed in with. */
export default definePage({
  access: "login:read_own",
  render: async ({ ctx }) => {
    const [t, logins] = await Promise.all([getTranslations("logins"), listOwnLogins(ctx)]);
    return (
      <div className="max-w-[46rem]">
        <Link className="link inline-flex min-h-11 items-center gap-1.5" href="/settings">
          <ArrowLeft className="ico s" aria-hidden="true" />
          {t("toSettings")}
        </Link>
        <h1 className="mb-6">{t("ownTitle")}</h1>
        <Words of={["logins", "common", "problem"]}>
          <OwnLogins logins={logins} actions={{ end: endOwnSignIn, endOthers: endOtherSignIns }} />
        </Words>
      </div>
    );
  },
});
