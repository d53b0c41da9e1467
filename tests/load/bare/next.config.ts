import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  outputFileTracingRoot: fileURLToPath(new URL("../../..", import.meta.url)),
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
  typescript: { ignoreBuildErrors: true },
  experimental: { agentFeedback: false },
  agentRules: false,
};

export default config;
