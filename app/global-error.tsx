"use client";

import "./globals.css";
import { PageError } from "@/components/shell/page-error";

/** Replaces the whole document when even the layout failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="page">
          <PageError digest={error.digest} />
        </main>
      </body>
    </html>
  );
}
