/**
 * npm leaves platform packages that it cannot see out of the lockfile, and then `npm ci` refuses it elsewhere. This adds
 * an entry for every optional dependency that the lock lacks. `--check` only says whether any is missing.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "armv7",
  "loong64",
  "mips64el",
  "ppc64",
  "ppc64le",
  "riscv64",
  "s390x",
  "wasm32",
];

/** @typedef {{ version?: string, optional?: boolean, optionalDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[] }} Entry */
/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync(file, "utf8"));
const { packages } = lock;

/** Where Node would look for `name` from the package at `path`: the innermost folder first. */
function isLocked(/** @type {string} */ path, /** @type {string} */ name) {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

/** What a platform package's name says about where it runs. @returns {Pick<Entry, "os" | "cpu" | "libc">} */
function platformOf(/** @type {string} */ name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words
    .map((word) => (word === "armv7" || word === "arm" ? "arm" : word))
    .find((word) => processors.includes(word));
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : os === "linux" && /gnu/.test(name)
      ? "glibc"
      : undefined;
  if (name === "fsevents") return { os: ["darwin"] };
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(path, name))
    .map(([name, range]) => ({ path, name, version: range.replace(/^[\^~>=v\s]+/, "") })),
);

if (missing.length === 0) {
  console.log("The lockfile names every platform's packages.");
} else if (process.argv.includes("--check")) {
  console.error(`The lockfile lacks ${missing.length} optional packages (${missing[0]?.name} …): run npm run lockfile`);
  process.exit(1);
} else {
  for (const { path, name, version } of missing) {
    // beside its parent when another version of the same package already has the outer place
    const outer = `node_modules/${name}`;
    const place = packages[outer] && packages[outer].version !== version ? `${path}/node_modules/${name}` : outer;
    packages[place] ??= { version, ...platformOf(name), optional: true };
  }
  lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.length} optional packages of other platforms to the lockfile.`);
}
