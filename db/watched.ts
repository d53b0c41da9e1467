import { inSpan } from "@/lib/platform/observe/spans";
import type { Door } from "./door";

const facts = (role: string, name: string | undefined) => ({
  "db.system.name": "postgresql",
  "db.operation.name": name,
  "salesboost.db_role": role,
});

/** The same door, with each transaction as one step of the trace: who it acts as and what for, never what it reads or writes. */
export function watched(door: Door): Door {
  return {
    ...door,
    transaction: (scope, work, name) =>
      inSpan(`transaction ${name ?? scope.role}`, facts(scope.role, name), () => door.transaction(scope, work)),
    single: (scope, text, name) =>
      inSpan(`transaction ${name ?? scope.role}`, facts(scope.role, name), () => door.single(scope, text)),
  };
}
