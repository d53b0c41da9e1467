/** A seller's wording in one language: templates by act, `{name}` slots filled from the scenario and the chat. */
export interface Phrases {
  /** natural questions by topic id; `{topic}` in the fallback */
  open: Record<string, string[]>;
  openAny: string[];
  closed: string[];
  probe: string[];
  greet: string[];
  rapport: string[];
  agenda: string[];
  acknowledge: string[];
  echo: string[];
  summarise: string[];
  linked: string[];
  blind: string[];
  address: string[];
  confirm: string[];
  price: string[];
  traded: string[];
  bare: string[];
  commit: string[];
  step: string[];
  vague: string[];
  pressure: string[];
  disparage: string[];
  filler: string[];
  boast: string[];
  formula: string[];
  join: string;
  list: string;
  date(iso: string): string;
}
