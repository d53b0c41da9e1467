import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <main className="mx-auto max-w-[46rem] p-8">
      <Skeleton lead rows={4} />
    </main>
  );
}
