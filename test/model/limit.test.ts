import { expect, it } from "vitest";
import { fieldPath } from "../../src/model/limit.ts";

it("a limit's field has the limit's name, or a path of its own", () => {
  expect(fieldPath({ limit: "importLimitMw" })).toBe("importLimitMw");
  expect(fieldPath({ limit: "sets", field: { unit: "sets" } })).toBe("sets");
  expect(fieldPath({ limit: "rigs to high", field: { unit: "rigs", path: "rigs" } })).toBe("rigs");
});
