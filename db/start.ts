import { env } from "@/lib/platform/env";
import { writeOperateKey } from "./operate-key";
import { bundles } from "./content";
import { describeLoginFaults } from "./health";
import { queue } from "./jobs";
import { migrate } from "./migrate";
import { releaseTurns } from "./recovery";
import { seed } from "./seed";

/**
 * Makes the database ready for this process: schema, on local profiles the seed, then the queue. Call once, before the
 * first request. `operable`: lets the command line reach this process. Throws with one clear line when the folder is taken, the schema is behind, or the login is too mighty.
 */
export async function openDatabase({ operable = true } = {}): Promise<void> {
  await migrate();
  const faults = await describeLoginFaults();
  if (faults.length > 0) throw new Error(`The database is not safe to use: ${faults.join("; ")}.`);
  if (env().local) await seed(bundles);
  await releaseTurns();
  await queue();
  if (operable) writeOperateKey();
}
