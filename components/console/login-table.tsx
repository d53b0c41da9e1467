import { useTranslations } from "next-intl";
import Link from "next/link";
import { Ago } from "@/components/ui/ago";
import { DeviceName, useDeviceName } from "@/components/ui/device";
import { EraseButton } from "@/components/ui/erase-button";
import type { ActionResult } from "@/lib/contracts/action";
import type { PersonLogin } from "@/lib/contracts/logins";

type End = (input: { id: string }) => Promise<ActionResult<null>>;

function EndButton({ login, end }: { login: PersonLogin; end: End }) {
  const t = useTranslations("logins");
  const device = useDeviceName()(login.device);
  const { name } = login.person;
  const words = {
    button: t("end"),
    label: t("endLabel", { name, device }),
    title: t("endTitle"),
    text: login.current ? t("endCurrentText") : t("endText", { name, device }),
    confirm: t("endConfirm"),
    busy: t("ending"),
  };
  return <EraseButton input={{ id: login.id }} erase={end} words={words} />;
}

/** Who is signed in with which browser, as cards on a phone. */
export function LoginTable({ logins, end }: { logins: PersonLogin[]; end: End }) {
  const t = useTranslations("logins");
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("device")}</th>
          <th scope="col">{t("since")}</th>
          <th scope="col">{t("lastSeen")}</th>
          <th scope="col">{t("address")}</th>
          <th scope="col">
            <span className="sr-only">{t("actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {logins.map((login) => (
          <tr key={login.id}>
            <th scope="row">
              <Link className="link wrap-anywhere" href={`/console/logins?user=${login.person.id}`}>
                {login.person.name}
              </Link>
              <span className="block text-sm font-normal wrap-anywhere text-ink-2">{login.person.email}</span>
            </th>
            <td data-l={t("device")}>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 max-md:justify-end">
                <DeviceName device={login.device} />
                {login.current && <span className="tag acc">{t("current")}</span>}
              </span>
            </td>
            <td data-l={t("since")}>
              <Ago at={login.since} />
            </td>
            <td data-l={t("lastSeen")}>
              <Ago at={login.lastSeenAt} />
            </td>
            <td data-l={t("address")}>
              <span className="text-sm tabular-nums wrap-anywhere">{login.address ?? t("noAddress")}</span>
            </td>
            <td>
              <span className="flex justify-end max-md:mt-2 max-md:w-full">
                <EndButton login={login} end={end} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
