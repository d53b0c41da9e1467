/**
 * Per scenario and fact: the figures, names and causes that must stand nowhere in public text. Any other figure in a
 * fact must already be in the brief.
 */
export const sealedWords: Record<string, Record<string, string[]>> = {
  "saas-renewal-en": {
    F1: ["612", "12,600", "left in October", "home in October", "seasonal staff", "seasonal people"],
    F2: ["41 ", "9,300", "November", "by hand", "three working days"],
    F3: ["17 December", "chairman", "flat software", "own suppliers", "promised the board"],
    F4: ["Kadence", "4.90", "Scarborough", "two weeks"],
    F5: ["75,000", "Alan", "Birch", "25 February", "finance committee"],
    F6: ["46,000", "29,000", "agency"],
    F7: ["Durham", "Colin", "vanished", "paper copy", "Easter", "weekend"],
  },
};
