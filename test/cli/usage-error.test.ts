import { expect, it } from "vitest";
import { UsageError } from "../../src/cli/usage-error.ts";

it("is recognised by its code, as every error of the library", () => {
  expect(new UsageError("--set x")).toMatchObject({ code: "USAGE", message: "--set x" });
});
