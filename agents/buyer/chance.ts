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
