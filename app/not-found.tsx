import { Brand } from "@/components/shell/brand";
import { NotThere } from "@/components/shell/not-there";

export default function NotFound() {
  return (
    <>
      <header className="top">
        <div>
          <Brand />
        </div>
      </header>
      <main className="page">
        <NotThere />
      </main>
    </>
  );
}
