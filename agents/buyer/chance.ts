/** A whole number from 0 to 2³² − 1 that depends on nothing but its inputs (murmur3 finaliser). */
export function draw(seed: number, ...salts: (number | string)[]): number {
  let hash = seed | 0;
  for (const salt of salts) {
    for (const unit of String(salt)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    hash = mix(hash ^ 0x9e3779b9);
  }
  return mix(hash) >>> 0;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** True in one turn of every `n`, at a place in the cycle that the seed chooses. */
export function isDue(seed: number, turn: number, n: number, salt: string): boolean {
  const cycle = Math.floor(turn / n);
  return turn % n === draw(seed, salt, cycle) % n;
}

/** letters and digits from which a message is known again */
const tellingLength = 6;

/** A message as a number, by its letters and digits alone; 0 when they are too few to tell. */
export function fingerprint(text: string): number {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return plain.length < tellingLength ? 0 : Math.max(1, draw(plain.length, plain));
}
