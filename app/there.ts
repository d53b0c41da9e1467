import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/platform/errors";

/** What is not there and what belongs to others is the same page. Other problems go to the error page. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid_request")) notFound();
    if (error instanceof AppError && error.code === "unauthenticated") redirect("/sign-in");
    throw error;
  }
}

/** Ids in addresses are typed by anybody: one that cannot be an id is not there. */
export function uuidOr404(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) notFound();
  return id;
}
