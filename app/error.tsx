"use client";

import { PageError } from "@/components/shell/page-error";

export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="page">
      <PageError digest={error.digest} />
    </main>
  );
}
