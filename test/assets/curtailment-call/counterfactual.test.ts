import { describe, expect, it } from "vitest";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "../../support/small-sites.ts";
import { compareBaselines } from "../../support/untyped.ts";

type Fields = Readonly<Record<string, unknown>>;

const at = (time: string) => `2026-07-14T${time}:00-05:00`;

const hourOf = (t: number) => ({ start: at(`0${t}:00`), end: at(`0${t + 1}:00`) });

const called = (calls: readonly Fields[], fields: Fields = {}) => ({
  kind: "curtailment-call",
  name: "utility",
  calls,
  ...fields,
});

/** A = 40 MW of firm AI with diesel, a call to drop 20 % in the second of two hours, and M MW of mining. */
function diesels(minerMw: number, calls: Fields = {}, call: Fields = { reduceByFraction: 0.2, baseline: "own-load" }) {
  return compareBaselines({
    horizon: horizon(2),
    bitcoin,
    assets: [
      grid(),
      firm({ facilityMw: 40 }),
      diesel(),
      called([{ ...hourOf(1), ...call }], calls),
      ...(minerMw === 0 ? [] : [fleet({ rigs: 400 * minerMw })]),
    ],
    counterfactual: { aiOnlyImportLimitMw: 60, basis: "same connection", assetsAiOnlyKeeps: ["gensets"] },
  });
}

describe("a call and diesel: every case drops a share of its own load", () => {
  it("an absolute cap leaves AI-only the same deficit: 0 displaced", () => {
    expect(diesels(10, {}, { capMw: 32 }).headline).toMatchObject({ displacedMwh: expect.closeTo(0, 6) });
  });

  it("a contracted baseline is the AI-only site's too, unless it has one of its own", () => {
    // 0.8 x 50 = 40 in either case; with a baseline of 40 AI alone may import 32.
    const same = diesels(10, {}, { reduceByFraction: 0.2, baseline: 50 });
    expect(same.headline.displacedMwh).toBeCloseTo(0, 6);
    expect(same.hybrid.notices.join()).toContain("the baseline of call 1, 50 MW, holds for an AI-only site too");
    const own = diesels(10, {}, { reduceByFraction: 0.2, baseline: 50, aiOnlyBaselineMw: 40 });
    expect(own.headline.displacedMwh).toBeCloseTo(8, 6);
    expect(own.hybrid.notices.join()).not.toContain("holds for an AI-only site too");
  });

  it("an AI-only site that is not called burns none, and the headline says what it lacks", () => {
    const { cases, headline } = diesels(5, { aiOnlyKeeps: false });
    expect(cases[0].figures?.dieselMwh).toBeCloseTo(0, 6);
    expect(headline).toMatchObject({
      displacedMwh: expect.closeTo(-4, 6),
      sentence: expect.stringContaining("The AI-only site lacks utility."),
    });
    expect(diesels(5).hybrid.notices.join()).toContain("utility: by default aiOnlyKeeps true.");
  });
});
