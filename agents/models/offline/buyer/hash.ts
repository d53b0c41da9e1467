/**
 * Hash of its parts, an unsigned 32-bit integer: FNV-1a with murmur's finaliser, so that near inputs fall far apart.
 * All variety of the offline buyer comes from it; the same view always gives the same words.
 */
export function hash(...parts: (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const part of parts) {
    const text = `${part}\u0000`;
    for (let at = 0; at < text.length; at += 1) {
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    }
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** True for about one in `n`, decided by the parts. */
export function oneIn(n: number, ...parts: (string | number)[]): boolean {
  return hash(...parts) % n === 0;
}
