import { expect, it, vi } from "vitest";
import { expireJob } from "@/lib/domain/privacy-retention";

const told = vi.hoisted(() => vi.fn<(facts: object, message: string) => void>());
vi.mock("@/lib/platform/log", () => ({ log: { error: told } }));

it("practice that was due and could not be erased in any try is told of in the log", async () => {
  const tenantId = "6a8f1f0e-6a0b-4c8e-9d57-0d9b3f6a3c11";
  await expireJob.dead({ tenantId });
  expect(told).toHaveBeenCalledExactlyOnceWith({ tenantId }, expect.any(String));
});
