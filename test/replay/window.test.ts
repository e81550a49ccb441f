import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { UncertainCurves } from "../../src/replay/believed-curves.ts";
import { windowRequest } from "../../src/replay/window.ts";
import { isoStamp } from "../../src/time/time-grid.ts";
import { battery, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const span = parseRequest({
  horizon: horizon(5),
  bitcoin: { hashpriceUsdPerPhDay: [40, 41, 42, 43, 44] },
  initialState: { bess: { storedMwh: 7 } },
  assets: [
    grid({ importPriceUsdPerMwh: [1, 2, 3, 4, 5] }),
    firm(),
    fleet(),
    battery({ end: { rule: "cyclic" }, chargeLimitMw: 5 }),
  ],
});
const believed = new UncertainCurves(span, [], 2).believedAt(2, 4);
const window = windowRequest(span, { from: 2, to: 4 }, { bess: { storedMwh: 3 } }, believed);
const specOf = (name: string) => window.assets.find((asset) => asset.name === name)?.spec as Record<string, unknown>;

describe("windowRequest", () => {
  it("cuts every curve and the time axis", () => {
    expect(isoStamp(window.time, 0)).toBe("2026-07-14T02:00:00-05:00");
    expect(window.time.count).toBe(2);
    expect([...(specOf("grid").importPriceUsdPerMwh as Float64Array)]).toEqual([3, 4]);
    expect([...(window.hashpriceUsdPerPhDay as Float64Array)]).toEqual([42, 43]);
    expect(specOf("bess").chargeLimitMw).toBe(5);
  });

  it("starts in the state given, and ends as the span begins where the input says cyclic", () => {
    expect(window.assets.find(({ name }) => name === "bess")?.initial).toMatchObject({ storedMwh: 3 });
    expect(specOf("bess").end).toEqual({ rule: "exactly", storedMwh: 7 });
    expect(window.assets.find(({ name }) => name === "grid")?.initial).toBeUndefined();
  });

  it("refuses a value that is not a state", () => {
    expect(() => windowRequest(span, { from: 2, to: 4 }, { bess: { storedMwh: -1 } }, believed)).toThrow(
      "initialState.bess.storedMwh",
    );
  });
});
