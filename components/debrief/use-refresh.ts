import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1500;

/** Asks the server for the page again while it is looked at: for what is being worked on elsewhere. */
export function useRefresh(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
}
