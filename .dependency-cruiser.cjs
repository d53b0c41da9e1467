/** Which way imports flow. Each rule stands for one line of docs/architecture.md. */
const doors = "^db/(tenant|identity|jobs|health|migrate|recovery|seed|client)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "db-is-the-ground",
      comment:
        "imports flow app → components | agents | lib → db, never back; db reads settings, the log and contracts",
      severity: "error",
      from: { path: "^db/" },
      to: {
        path: "^(app|components|agents|lib/(?!contracts/|platform/(env|refusals|profiles|log|errors|observe/spans|secrets/current)\\.ts$))",
      },
    },
    {
      name: "lib-stays-below-app",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "agents-think-alone",
      comment: "no SQL, no React, no Next; verbs and the database reach an agent through ports",
      severity: "error",
      from: { path: "^agents/", pathNot: "^agents/turn/assemble\\.ts$" },
      to: { path: "^(app|components|db|lib/domain)/|node_modules/(next|react|react-dom)/" },
    },
    {
      name: "agents-never-render",
      severity: "error",
      from: { path: "^agents/" },
      to: { path: "^(app|components)/|node_modules/(next|react|react-dom)/" },
    },
    {
      name: "agents-run-anywhere",
      comment: "but for the ports made of real parts, an agent bundles for the edge",
      severity: "error",
      from: { path: "^agents/", pathNot: "^agents/turn/assemble\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "components-know-contracts",
      comment: "what a person sees receives server actions as props and calls the API",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|agents|db|lib/(?!contracts/|i18n/))" },
    },
    {
      name: "edge-reaches-nothing-heavy",
      comment: "what runs before every request must bundle for the edge",
      severity: "error",
      from: { path: "^middleware\\.ts$" },
      to: { path: "^(db|agents|lib/domain|lib/knowledge)/", reachable: true },
    },
    {
      name: "edge-has-no-node",
      severity: "error",
      from: {
        path: "^(middleware\\.ts$|lib/platform/(edge/|limits/|log-edge|telemetry|observe/(signals|spans)|env|settings/|refusals|profiles|errors|http/(problem|request-id|origin|answer-headers)|secrets/(current|names|provider|store)|tenant-key|auth/(token|refresh|discovery|config|return-path)))",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-core-is-pure",
      comment:
        "state, machine, buyer and score import contracts and each other: no clock, no I/O; ports holds types alone",
      severity: "error",
      from: { path: "^agents/(turn/(state|machine)\\.ts$|buyer/(?!speak\\.ts$|prompt)|judge/score\\.ts$)" },
      to: { pathNot: "^(agents/(turn/(state|machine|ports)\\.ts$|buyer/|perceive/|judge/)|lib/contracts/)" },
    },
    {
      name: "one-door-to-postgres",
      comment: "a request cannot write an unscoped query",
      severity: "error",
      from: { pathNot: "^db/" },
      to: { path: "^db/(client|door|pool|neon|embedded)\\.ts$" },
    },
    {
      name: "client-behind-named-doors",
      severity: "error",
      from: { path: "^db/", pathNot: doors },
      to: { path: "^db/client\\.ts$" },
    },
    {
      name: "contracts-know-nothing",
      severity: "error",
      from: { path: "^lib/contracts/" },
      to: { pathNot: "^lib/contracts/|node_modules/(zod|zod-openapi)/" },
    },
    {
      name: "no-tests-in-product",
      severity: "error",
      from: { path: "^(app|components|agents|lib|db)/" },
      to: { path: "^(tests|scripts)/" },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.(css|json)$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
