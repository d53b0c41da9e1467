import type { TestProject } from "vitest/node";
import { startApp } from "./app-server";

declare module "vitest" {
  export interface ProvidedContext {
    /** origin of the running application */
    base: string;
  }
}

/** One server for all attacks: started from the production build, unless SECURITY_BASE_URL names a running one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.SECURITY_BASE_URL;
  if (given) {
    project.provide("base", given);
    return async () => {};
  }
  const app = await startApp();
  project.provide("base", app.url);
  return () => app.stop();
}
