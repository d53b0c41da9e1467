import { useDatabase, type Driver } from "@/tests/support/database";
import { describeAudit } from "./audit";
import { describeAuditedActs } from "./audited-acts";
import { describeAuditReading } from "./audit-reading";
import { describeBranches } from "./branches";
import { describeBudgets } from "./budgets";
import { describeCatalogue } from "./catalogue";
import { describeComparisons } from "./comparisons";
import { describeDebriefs } from "./debriefs";
import { describeFidelity } from "./fidelity";
import { describeGrants } from "./grants";
import { describeIsolation } from "./isolation";
import { describeJobs } from "./jobs";
import { describeKeys } from "./keys";
import { describeMemories } from "./memories";
import { describeOperations } from "./operations";
import { describePreflights } from "./preflights";
import { describeSessions } from "./sessions";
import { describeShares } from "./shares";
import { describeToolServers } from "./tool-servers";
import { describeTurns } from "./turns";
import { describeUpkeep } from "./upkeep";

/** The one suite that every driver passes. */
export function describeDatabase(driver: Driver): void {
  useDatabase(driver);
  describeIsolation(driver);
  describeCatalogue();
  describeGrants();
  describeSessions();
  describeTurns(driver);
  describeBudgets();
  describeShares();
  describeJobs(driver);
  describeDebriefs();
  describeBranches();
  describeComparisons();
  describeFidelity();
  describeUpkeep();
  describeOperations();
  describeToolServers();
  describePreflights();
  describeMemories();
  describeKeys();
  describeAuditedActs();
  describeAudit();
  describeAuditReading();
}
