import { describe } from "vitest";
import { describeDatabase } from "./suite/all";

describe("a Postgres server through node-postgres", () => {
  describeDatabase("pg");
});
