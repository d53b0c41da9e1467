/** Writes the API's description to a file and lints it: a description that tools reject helps nobody. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApiDocument } from "@/lib/contracts/openapi";

const folder = mkdtempSync(join(tmpdir(), "salesboost-openapi-"));
const file = join(folder, "openapi.json");
writeFileSync(file, JSON.stringify(openApiDocument("https://salesboost.example"), null, 2));
const result = spawnSync("redocly", ["lint", "--config", "redocly.yaml", "--format", "stylish", file], {
  stdio: "inherit",
  env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
});
rmSync(folder, { recursive: true });
process.exit(result.status ?? 1);
