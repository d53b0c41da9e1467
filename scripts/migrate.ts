import { closeDatabase } from "@/db/health";
import { migrate } from "@/db/migrate";
import { openSecrets } from "@/lib/platform/secrets/open";

// Applies the migrations with the owner's login (DATABASE_MIGRATION_URL), for deployments that keep it from the server.
try {
  await openSecrets();
  await migrate();
  console.log("The database schema is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
