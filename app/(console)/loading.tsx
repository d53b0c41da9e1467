import { Skeleton } from "@/components/ui/skeleton";
import { defineLoading } from "@/lib/platform/http/page";

export default defineLoading(<Skeleton lead rows={5} />);
