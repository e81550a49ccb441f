import { Command } from "commander";
import { expect, it } from "vitest";
import { withSiteOptions } from "../../src/cli/site-options.ts";

it("gathers every --set", () => {
  const command = withSiteOptions(new Command("x")).action(() => undefined);
  command.parse(["site.json", "--set", "a=1", "--set", "b=2", "--hub", "H"], { from: "user" });
  expect(command.opts()).toEqual({ set: ["a=1", "b=2"], hub: "H" });
});
