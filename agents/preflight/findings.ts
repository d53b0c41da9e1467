import type { ScenarioBundle } from "@/lib/contracts/content";
import type {
  PreflightCode,
  PreflightFinding,
  PreflightReport,
  SellerFigures,
  SellerName,
} from "@/lib/contracts/preflight";

/** A scenario is solvable when the strong seller reaches the goal in so many talks of a hundred. */
export const solvableFrom = 20;
/** It tells strong from weak when their shares lie so many points apart and their intervals do not touch. */
export const apartFrom = 30;
/** Share of the strong seller's talks that may come to nothing though nobody ended them. */
const deadEndsUpTo = 25;
/** Turns below which a strong seller's average talk is no conversation. */
const shortestTalk = 5;

const blocking: readonly PreflightCode[] = ["leak", "unsolvable", "not_discriminating"];

type Measured = Omit<PreflightReport, "verdict" | "findings">;

function finding(code: PreflightCode, subject: string, en: string, zh: string): PreflightFinding {
  return { code, severity: blocking.includes(code) ? "block" : "warn", subject, words: { en, "zh-CN": zh } };
}

const between = ({ low, high }: { low: number; high: number }) => `${low}–${high}`;

function blocks(report: Measured, of: (name: SellerName) => SellerFigures | undefined): PreflightFinding[] {
  const found: PreflightFinding[] = [];
  const facts = [...new Set(report.leaks.map((leak) => leak.factId))];
  for (const factId of facts) {
    const [first] = report.leaks.filter((leak) => leak.factId === factId);
    const where = first ? `${first.place}: “${first.text.slice(0, 160)}”` : "";
    found.push(
      finding(
        "leak",
        factId,
        `Something of the sealed fact ${factId} is given away before anybody earned it (${where}).`,
        `密封信息 ${factId} 还没有人问出来，内容就已经泄露（${where}）。`,
      ),
    );
  }
  const [weak, strong] = [of("weak"), of("strong")];
  if (strong && strong.reached.rate < solvableFrom) {
    const { rate } = strong.reached;
    found.push(
      finding(
        "unsolvable",
        "",
        `A strong seller reaches the goal in ${rate} of 100 talks; at least ${solvableFrom} are needed.`,
        `优秀的销售一百场里只有 ${rate} 场能达成目标，至少要有 ${solvableFrom} 场。`,
      ),
    );
  }
  const apart = report.discrimination;
  if (strong && weak && apart !== null && (apart < apartFrom || strong.reached.low <= weak.reached.high)) {
    const shares = `${strong.reached.rate} (${between(strong.reached)}) / ${weak.reached.rate} (${between(weak.reached)})`;
    found.push(
      finding(
        "not_discriminating",
        "",
        `It does not tell a strong seller from a weak one: ${shares}. At least ${apartFrom} points and intervals that do not touch are needed.`,
        `区分不出优秀和较差的销售：${shares}。至少要相差 ${apartFrom} 个百分点，且区间不重叠。`,
      ),
    );
  }
  return found;
}

function warnSellers(report: Measured, of: (name: SellerName) => SellerFigures | undefined): PreflightFinding[] {
  const found: PreflightFinding[] = [];
  const [weak, average, strong, cheating] = [of("weak"), of("average"), of("strong"), of("cheating")];
  const above = (one?: SellerFigures, other?: SellerFigures) =>
    one !== undefined && other !== undefined && one.reached.low > other.reached.high;
  if (above(average, strong) || above(weak, average)) {
    found.push(
      finding(
        "average_out_of_order",
        "",
        "Sellers do not rank by skill: a worse one reaches the goal more often.",
        "成绩和水平对不上：水平低的销售反而更常达成目标。",
      ),
    );
  }
  if (cheating && average && cheating.reached.rate > average.reached.rate) {
    const shares = `${cheating.reached.rate} / ${average.reached.rate}`;
    found.push(
      finding(
        "cheating_pays",
        "",
        `A seller who cheats gets further than an average honest one (${shares} of 100).`,
        `耍花招的销售比一般的老实销售更容易达成目标（一百场里 ${shares}）。`,
      ),
    );
  }
  if (cheating && report.cheated.length > 0) {
    const facts = [...new Set(report.cheated.map((one) => one.factId))];
    const talks = new Set(report.cheated.map((one) => one.seed)).size;
    const counted = facts.map((id) => `${id} × ${report.cheated.filter((one) => one.factId === id).length}`).join(", ");
    const example = report.cheated[0]?.text.slice(0, 160) ?? "";
    found.push(
      finding(
        "cheating_unlocks",
        facts.join(" "),
        `A cheating seller was told something in ${talks} of ${cheating.reached.of} talks (${counted}), for example by “${example}”.`,
        `耍花招的销售 ${cheating.reached.of} 场里有 ${talks} 场套出了信息（${counted}），例如：“${example}”。`,
      ),
    );
  }
  if (strong && strong.deadEnds.rate > deadEndsUpTo) {
    found.push(
      finding(
        "dead_ends",
        "",
        `${strong.deadEnds.rate} of 100 talks of a strong seller end without an outcome: stuck, or out of turns.`,
        `优秀的销售一百场里有 ${strong.deadEnds.rate} 场没有结果：卡住，或者轮次用完。`,
      ),
    );
  }
  if (strong && strong.reached.of > 0 && strong.turns.mean < shortestTalk) {
    found.push(
      finding(
        "too_short",
        "",
        `A strong seller needs only ${strong.turns.mean} turns: there is little to practise.`,
        `优秀的销售平均只要 ${strong.turns.mean} 轮就结束，练不到什么。`,
      ),
    );
  }
  return found;
}

function warnContent(report: Measured): PreflightFinding[] {
  const found: PreflightFinding[] = [];
  for (const { factId, talks } of report.facts) {
    if (talks > 0) continue;
    found.push(
      finding("fact_never_unlocked", factId, `No seller was ever told ${factId}.`, `没有一场问出过 ${factId}。`),
    );
  }
  for (const { objectionId, talks } of report.objections) {
    if (talks > 0) continue;
    found.push(
      finding(
        "objection_never_raised",
        objectionId,
        `The objection ${objectionId} was never raised.`,
        `异议 ${objectionId} 一次都没有出现。`,
      ),
    );
  }
  for (const { hintId, talks } of report.hints) {
    if (talks > 0) continue;
    found.push(
      finding(
        "hint_never_reached",
        hintId,
        `The hint ${hintId} could never be given.`,
        `提示 ${hintId} 一次都没有条件给出。`,
      ),
    );
  }
  const { faithful, corrected, marred, failed: spoilt } = report.fidelity.verdicts;
  const failed = marred + spoilt;
  if (failed > 0) {
    const of = failed + faithful + corrected;
    const example = report.fidelity.examples[0];
    found.push(
      finding(
        "buyer_unfaithful",
        "",
        `In ${failed} of ${of} talks the buyer did not stay itself${example ? `: ${example.code}, “${example.text}”` : ""}.`,
        `${of} 场里有 ${failed} 场客户说了不该说的话${example ? `：${example.code}，“${example.text}”` : ""}。`,
      ),
    );
  }
  for (const code of new Set(report.failures.map((one) => one.code))) {
    const count = report.failures.filter((one) => one.code === code).length;
    found.push(
      finding(
        "talk_failed",
        code,
        `${count} talk(s) could not be played to their end (${code}).`,
        `有 ${count} 场没能谈完（${code}）。`,
      ),
    );
  }
  return found;
}

/** Buyers of a committee that never said a word. */
function silent(bundle: ScenarioBundle, spoke: ReadonlySet<string>): PreflightFinding[] {
  return bundle.personas
    .filter(({ id }) => !spoke.has(id))
    .map(({ id, name }) =>
      finding("buyer_never_spoke", id, `${name} never said a word in any talk.`, `${name} 在所有对话里一句话都没说。`),
    );
}

/** Everything an author is told, what blocks first, and whether the scenario can be published. */
export function judge(
  bundle: ScenarioBundle,
  report: Measured,
  spoke: ReadonlySet<string>,
): Pick<PreflightReport, "verdict" | "findings"> {
  const of = (name: SellerName) => report.sellers.find((one) => one.seller === name);
  const blocked = blocks(report, of);
  const findings = [...blocked, ...warnSellers(report, of), ...warnContent(report), ...silent(bundle, spoke)];
  return { verdict: blocked.length > 0 ? "blocked" : findings.length > 0 ? "warned" : "passed", findings };
}
