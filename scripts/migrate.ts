import { closeDatabase } from "@/db/health";
import { migrate } from "@/db/migrate";

// Applies the migrations with the owner's login (DATABASE_MIGRATION_URL), for deployments that keep it from the server.
try {
  await migrate();
  console.log("The database schema is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
