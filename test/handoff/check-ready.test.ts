import { expect, it } from "vitest";
import { checkReady } from "../../src/handoff/check-ready.ts";

it("takes a hand-off with targets and names what it refuses", () => {
  expect(() => checkReady("writer", { status: "ready", targets: [] } as never)).not.toThrow();
  expect(() => checkReady("writer", { status: "none", detail: "The plan is infeasible." } as never)).toThrow(
    "writer: got a hand-off without targets (The plan is infeasible.), wanted a hand-off that is ready",
  );
  for (const wrong of [undefined, null, 5, {}])
    expect(() => checkReady("writer", wrong as never)).toThrow(/something else/);
});
