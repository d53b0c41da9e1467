import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return <Skeleton lead rows={8} />;
}
