"use client";

import { PageError } from "@/components/shell/page-error";

export default function ConsoleError({ error }: { error: Error & { digest?: string } }) {
  return <PageError digest={error.digest} />;
}
