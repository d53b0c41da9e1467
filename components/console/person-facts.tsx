import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { useDates } from "@/components/ui/dates";
import type { PersonDetail } from "@/lib/contracts/people";
import { RoleName, StateTag } from "./people-labels";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

const linked = (n: number, href: string | null) =>
  href && n > 0 ? (
    <Link className="link tabular-nums" href={href}>
      {n}
    </Link>
  ) : (
    n
  );

/** What the directory knows of a person, and the way to what they did and what was done to them. */
export function PersonFacts({
  person,
  oneself,
  links,
}: {
  person: PersonDetail;
  oneself: boolean;
  /** where their sign-ins and keys are listed, for whoever may see them */
  links: { logins: string | null; keys: string | null };
}) {
  const t = useTranslations("people");
  const date = useDates();
  return (
    <>
      <dl className="mt-6 grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1.2fr]">
        <Fact label={t("email")}>{person.email}</Fact>
        <Fact label={t("role")}>
          <RoleName role={person.role} />
        </Fact>
        <Fact label={t("state")}>
          <StateTag state={person.state} />
        </Fact>
        <Fact label={t("lastSeen")}>{person.lastSeenAt ? date(person.lastSeenAt, "day") : t("never")}</Fact>
        <Fact label={t("since")}>{date(person.createdAt, "day")}</Fact>
        <Fact label={t("openLogins")}>{linked(person.logins, links.logins)}</Fact>
        <Fact label={t("openKeys")}>{linked(person.keys, links.keys)}</Fact>
        <Fact label={t("log")}>
          <Link className="link" href={`/console/audit?q=${person.id}`}>
            {t("logOpen")}
          </Link>
        </Fact>
      </dl>
      {person.provisioned && <p className="notice mt-6 max-w-[44rem]">{t("provisioned")}</p>}
      {oneself && <p className="notice mt-6 max-w-[44rem]">{t("oneself")}</p>}
    </>
  );
}
