import { Skeleton } from "@/components/ui/skeleton";
import { defineLoading } from "@/lib/platform/http/page";

export default defineLoading(
  <main className="mx-auto max-w-[46rem] p-8">
    <Skeleton lead rows={4} />
  </main>,
);
