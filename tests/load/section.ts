import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";

const file = "docs/benchmarks.md";

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}, ${memory} GB, ${process.platform} ${release()}, Node ${process.version}`;
}

/** Puts one bench's figures into docs/benchmarks.md, in place of its earlier ones. */
export function writeSection(id: string, title: string, words: string, figures: string): void {
  const [open, close] = [`<!-- ${id} -->`, `<!-- /${id} -->`];
  const date = new Date().toISOString().slice(0, 10);
  const section = `${open}\n\n## ${title}\n\n${words}\n\n${figures}\n\nMeasured on ${date}: ${machine()}.\n\n${close}`;
  mkdirSync("docs", { recursive: true });
  const before = existsSync(file) ? readFileSync(file, "utf8") : "# Benchmarks\n";
  const from = before.indexOf(open);
  const to = before.indexOf(close);
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + section + before.slice(to + close.length)
      : `${before.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, after);
}
