import { Laptop, MonitorSmartphone, Smartphone, Tablet } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Login } from "@/lib/contracts/logins";

type Device = Login["device"];

const signs = { computer: Laptop, phone: Smartphone, tablet: Tablet, other: MonitorSmartphone } as const;

/** "Safari 17 on iOS", as far as the browser said. */
export function useDeviceName(): (device: Device) => string {
  const t = useTranslations("logins");
  return ({ browser, system }) =>
    browser && system ? t("on", { browser, system }) : (browser ?? system ?? t("unknown"));
}

export function DeviceName({ device }: { device: Device }) {
  const t = useTranslations("logins");
  const Sign = signs[device.kind];
  return (
    <span className="inline-flex min-w-0 items-start gap-2">
      <Sign className="ico s mt-1" aria-label={t(`kind_${device.kind}`)} role="img" />
      <span className="min-w-0 wrap-anywhere">{useDeviceName()(device)}</span>
    </span>
  );
}
