import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { answerHeaders } from "./lib/platform/http/answer-headers";

const config: NextConfig = {
  output: "standalone",
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Read at run time from their own folders: a bundle would lose their WebAssembly, workers and SQL.
  serverExternalPackages: [
    "@aws-sdk/client-secrets-manager",
    "@electric-sql/pglite",
    "@neondatabase/serverless",
    "drizzle-orm",
    "google-auth-library",
    "pg",
    "pg-boss",
    "pino",
  ],
  outputFileTracingIncludes: {
    "/**": ["db/migrations/**", "db/*.sql", "node_modules/@electric-sql/pglite/dist/**"],
  },
  outputFileTracingExcludes: {
    "/**": [".data/**", "tests/**", "docs/**", "node_modules/node/**", "node_modules/typescript/**"],
  },
  experimental: { serverActions: { bodySizeLimit: "256kb" }, agentFeedback: false },
  agentRules: false,
  // Nothing of ours is a picture to resize: the door is shut.
  images: { unoptimized: true },
  // Files of the build, which a host may hand out without asking the server. Everything else gets them at run time.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: Object.entries(answerHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
  // Types and lint have checks of their own in `npm run verify`.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
