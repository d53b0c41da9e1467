const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
  colour ? `\u001b[${code}m${text}\u001b[0m` : text;

export const bold = (/** @type {string} */ text) => paint(1, text);
export const dim = (/** @type {string} */ text) => paint(2, text);
export const green = (/** @type {string} */ text) => paint(32, text);
export const red = (/** @type {string} */ text) => paint(31, text);

/** A step of work, with the time it has taken so far. */
export function step(/** @type {string} */ text) {
  console.log(`${dim("·")} ${text}`);
}

/** One clear line and out. @returns {never} */
export function fail(/** @type {string} */ text, code = 1) {
  console.error(`${red("✗")} ${text}`);
  process.exit(code);
}

/** Prints a dot line each few seconds, so that long work is seen to be alive. Returns how to stop it. */
export function heartbeat(/** @type {string} */ text) {
  const started = Date.now();
  const timer = setInterval(() => console.log(dim(`  ${text} … ${Math.round((Date.now() - started) / 1000)} s`)), 5000);
  timer.unref();
  return () => clearInterval(timer);
}
