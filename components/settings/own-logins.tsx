import { useTranslations } from "next-intl";
import { useAgo } from "@/components/ui/ago";
import { DeviceName, useDeviceName } from "@/components/ui/device";
import { EraseButton } from "@/components/ui/erase-button";
import type { ActionResult } from "@/lib/contracts/action";
import type { Login } from "@/lib/contracts/logins";

export interface OwnLoginActions {
  end: (input: { id: string }) => Promise<ActionResult<null>>;
  endOthers: (input: Record<string, never>) => Promise<ActionResult<null>>;
}

function OwnLogin({ login, end }: { login: Login; end: OwnLoginActions["end"] }) {
  const t = useTranslations("logins");
  const ago = useAgo();
  const device = useDeviceName()(login.device);
  const words = {
    button: t("end"),
    label: t("endOwnLabel", { device }),
    title: t("endTitle"),
    text: login.current ? t("endCurrentText") : t("endOwnText", { device }),
    confirm: t("endConfirm"),
    busy: t("ending"),
  };
  const times = [t("used", { when: ago(login.lastSeenAt) }), t("sinceWhen", { when: ago(login.since) }), login.address];
  return (
    <li className="flex items-center gap-3 border-b border-line py-3 first:pt-0">
      <div className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <DeviceName device={login.device} />
          {login.current && <span className="tag acc">{t("current")}</span>}
        </span>
        <p className="text-sm wrap-anywhere text-ink-2">{times.filter(Boolean).join(" · ")}</p>
      </div>
      <EraseButton input={{ id: login.id }} erase={end} words={words} />
    </li>
  );
}

/** The browsers one is signed in with, and the ways out of them. */
export function OwnLogins({ logins, actions }: { logins: Login[]; actions: OwnLoginActions }) {
  const t = useTranslations("logins");
  const others = {
    button: t("endOthers"),
    label: t("endOthers"),
    title: t("endOthersTitle"),
    text: t("endOthersText"),
    confirm: t("endOthersConfirm"),
    busy: t("ending"),
  };
  return (
    <>
      <p className="mb-4 max-w-[62ch]">{t("ownText")}</p>
      <ul className="max-h-[32rem] overflow-y-auto">
        {logins.map((login) => (
          <OwnLogin key={login.id} login={login} end={actions.end} />
        ))}
      </ul>
      {logins.length > 1 && (
        <div className="mt-4">
          <EraseButton input={{}} erase={actions.endOthers} words={others} />
        </div>
      )}
    </>
  );
}
