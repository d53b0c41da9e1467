import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="top">
        <div>
          <Brand />
        </div>
      </header>
      <main className="page">{children}</main>
    </>
  );
}
