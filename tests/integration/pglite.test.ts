import { describe } from "vitest";
import { describeDatabase } from "./suite/all";

describe("the embedded database", () => {
  describeDatabase("pglite");
});
