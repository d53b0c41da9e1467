import type messages from "@/messages/en.json";
import type { Locale } from "@/lib/contracts/vocabulary";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
