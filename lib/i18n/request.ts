import { getRequestConfig } from "next-intl/server";
import { chosenLocale } from "./choice";

/** next-intl's view of a request. Dates are told in the zone of the server. */
export default getRequestConfig(async () => {
  const locale = await chosenLocale();
  const messages = locale === "zh-CN" ? await import("@/messages/zh-CN.json") : await import("@/messages/en.json");
  return {
    locale,
    messages: messages.default,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
});
