import { z } from "zod";

/** Tools of this program's own, which run in process. */
export const builtInTools = ["price_calculator", "calendar_slots", "product_sheet", "knowledge_lookup"] as const;

/** What a scenario's allow-list may name: a built-in tool, or `mcp:<server>.<tool>` of a server the tenant has approved. */
export const toolNameSchema = z.union([
  z.enum(builtInTools),
  z.string().regex(/^mcp:[a-z0-9][a-z0-9-]{0,31}\.[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "mcp:<server>.<tool>"),
]);
