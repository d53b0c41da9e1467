import type { ProductSheet, Topic } from "@/lib/contracts/content";

/** Topics of another scenario by id, with their words; throws when one is not there. */
export function topicsOf(topics: Topic[], ...ids: string[]): Topic[] {
  return ids.map((id) => {
    const found = topics.find((topic) => topic.id === id);
    if (!found) throw new Error(`no topic ${id} to reuse`);
    return found;
  });
}

/** The passages of another scenario's sheet but those named. */
export function passagesBut(sheet: ProductSheet, ...ids: string[]): ProductSheet["passages"] {
  return sheet.passages.filter((passage) => !ids.includes(passage.id));
}
