/**
 * Runs a built application that lies in the folder given, with the local identity provider beside it, as `npm start` runs the
 * one of this checkout. For tests that start a build of another shape, or one that was made before.
 */
import { planFor } from "../../scripts/local/settings.mjs";
import { startProvider, startServer, stopWith } from "../../scripts/local/children.mjs";

const plan = planFor("test");
const provider = plan.ownProvider ? await startProvider(plan) : null;
plan.environment.HOSTNAME = "127.0.0.1";
plan.environment.NODE_ENV = "production";
const { child } = startServer(plan, ["server.js"], { quiet: false, cwd: process.argv[2] });
stopWith(child, provider);
