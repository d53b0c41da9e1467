/**
 * Natural questions by scenario and topic, for the shipped sellers. A topic without an entry is asked about in general words.
 * Each scenario's own questions stand in a file of its own beside this one.
 */
export const questions: Record<string, Record<string, string[]>> = {};
