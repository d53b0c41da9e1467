import type { Tool } from "@/lib/contracts/tools";
import { priceCalculator } from "./calculator";
import { calendarSlots } from "./calendar";
import { knowledgeLookup, sheetFinder, type KnowledgeFinder } from "./knowledge";
import { productSheet } from "./sheet";

/** The tools that ship with the program. `finder` answers `knowledge_lookup`: the product sheet unless told otherwise. */
export function builtIn(finder: KnowledgeFinder = sheetFinder): Tool[] {
  return [priceCalculator, calendarSlots, productSheet, knowledgeLookup(finder)];
}
