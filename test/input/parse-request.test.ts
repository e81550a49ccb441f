import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanInputError, type PlanInputFault } from "../../src/errors.ts";
import { planInputJsonSchema } from "../../src/schema/json-schemas.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { putAt } from "../support/put-at.ts";
import { runs } from "../support/runs.ts";

type Put = (path: string, value: unknown) => void;

const valid = {
  name: "A week",
  horizon: { start: "2026-07-13T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 4 },
  assets: [
    { kind: "grid", name: "Grid", importLimitMw: [60, 60, 0, 60], importPriceUsdPerMwh: [30, 45, -5, 200] },
    { kind: "battery", name: "Battery", chargeLimitMw: 5, dischargeLimitMw: 5, maxStoredMwh: 20, wearUsdPerMwh: 5 },
    { kind: "renewable", name: "Sun", technology: "solar", capacityMw: 10, availability: [0, 0.5, 1, 0.5] },
    { kind: "diesel", name: "Sets", sets: 4, unitMw: 2, fuelUsdPerL: 0.92, omUsdPerMwh: 20 },
    { kind: "ai-firm", name: "AI", itMw: 16, pue: 1.25, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "Fleet", rig: "Antminer S21 XP", rigs: 8000 },
  ],
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { Battery: { storedMwh: 10 } },
  counterfactual: { aiOnlyImportLimitMw: 20, basis: "allocation letter", assetsAiOnlyKeeps: ["Sets"] },
};

const edited = (edit: (put: Put) => void): object => {
  const copy = structuredClone(valid);
  edit((path, value) => putAt(copy, path, value));
  return copy;
};

/** A fix with its way out. */
const suspicion = (fix: string) =>
  expect.stringMatching(
    new RegExp(`^${fix.replace(/[?()/]/g, "\\$&")}; if it is intended, list ".*" in unitsAsStated$`),
  ) as unknown as string;

function faultsOf(input: unknown): readonly PlanInputFault[] {
  try {
    parseRequest(input);
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
  return [];
}

describe("parseRequest", () => {
  it("makes a plan of a sound input", () => {
    const plan = parseRequest(valid);
    expect(plan).toMatchObject({ name: "A week", time: { count: 4, stepHours: 1, timeZone: "America/Chicago" } });
    expect(plan.assets.map(({ kind, name, path }) => [kind, name, path])).toEqual(
      valid.assets.map(({ kind, name }, i) => [kind, name, `assets[${i}]`]),
    );
    expect(plan.assets[0].spec).toMatchObject({ importLimitMw: Float64Array.of(60, 60, 0, 60) });
    expect(plan.assets[1].initial).toEqual({ storedMwh: 10 });
    expect(plan.hashpriceUsdPerPhDay).toEqual(Float64Array.of(40, 40, 40, 40));
    expect(plan.counterfactual?.aiOnlyImportLimitMw).toEqual(Float64Array.of(20, 20, 20, 20));
  });

  it("says every default that it takes, but 0 and none", () => {
    expect(parseRequest(valid).notices).toEqual([
      "Battery: by default chargeEfficiency 0.948, dischargeEfficiency 0.948.",
      "Sets: by default fuelSlopeLPerMwh 248.7, fuelInterceptLPerHPerMw 15, co2KgPerL 2.69, minLoadFraction 0.3.",
      "Fleet: by default standbyWPerRig 25, pue 1.05, uptime 0.96, poolFee 0.01.",
    ]);
    expect(
      parseRequest(
        edited((put) => {
          put("bitcoin", { btcUsd: 84_714, difficulty: 134.7e12, feesBtcPerBlock: 0.05 });
        }),
      ).notices,
    ).toContain("bitcoin: by default subsidyBtc 3.125, by the table of halvings.");
  });

  // Whatever a schema defaults to is in that notice: no default of any kind, now or later, is silent.
  it("knows no default beside those that it says", () => {
    const { anyOf = [], oneOf = anyOf } = (
      planInputJsonSchema() as unknown as {
        properties: { assets: { items: { anyOf?: unknown[]; oneOf?: unknown[] } } };
      }
    ).properties.assets.items;
    const kinds = oneOf as {
      properties: Record<
        string,
        { const?: string; default?: unknown; properties?: Record<string, { default?: unknown }> }
      >;
    }[];
    const defaults = kinds.flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([field, { default: value, properties: below = {} }]) => [
        ...(value ? [`${properties.kind.const} ${field} ${String(value)}`] : []),
        ...Object.entries(below).flatMap(([inner, { default: of }]) =>
          of ? [`${properties.kind.const} ${field}.${inner} ${String(of)}`] : [],
        ),
      ]),
    );
    const call = {
      kind: "curtailment-call",
      name: "Utility",
      calls: [{ start: valid.horizon.start, end: "2026-07-13T01:00:00-05:00", capMw: 20 }],
    };
    const service = { kind: "non-firm-service", name: "Service", firmMw: 20, curtailments: [] };
    const peaks = {
      usdPerMwYear: 75_000,
      intervals: [{ start: valid.horizon.start }],
      months: [7],
      intervalMinutes: 60,
    };
    const assets = [
      ...valid.assets.map((asset) => (asset.kind === "grid" ? { ...asset, coincidentPeak: peaks } : asset)),
      call,
      service,
    ];
    const said = parseRequest({ ...valid, assets }).notices.flatMap((notice) => {
      const [name, list] = notice.replace(/\.$/, "").split(": by default ");
      return list.split(", ").map((entry) => `${assets.find((asset) => asset.name === name)?.kind} ${entry}`);
    });
    expect(said.sort()).toEqual(defaults.sort());
  });

  it("leaves the input as it was", () => {
    const input = structuredClone(valid);
    parseRequest(input);
    expect(input).toEqual(valid);
  });

  it("needs no bitcoin, state or counterfactual where nothing asks for them", () => {
    const plan = parseRequest({ horizon: valid.horizon, assets: [valid.assets[0], valid.assets[4]] });
    expect(plan.name).toBe("plan");
    expect(plan).not.toHaveProperty("hashpriceUsdPerPhDay");
    expect(plan).not.toHaveProperty("counterfactual");
  });

  it.each<[string, (put: Put) => void, Partial<PlanInputFault>]>([
    [
      "an unknown section",
      (put) => {
        put("conterfactual", {});
      },
      { path: "conterfactual", fix: 'did you mean "counterfactual"?' },
    ],
    [
      "no assets",
      (put) => {
        put("assets", []);
        put("initialState", undefined);
        put("counterfactual", undefined);
      },
      { path: "assets", wanted: "at least 1 entries" },
    ],
    [
      "an unknown field of an asset",
      (put) => {
        put("assets[0].importLimitMW", 5);
      },
      { path: "assets[0].importLimitMW", fix: 'did you mean "importLimitMw"?' },
    ],
    [
      "a wrong length",
      (put) => {
        put("assets[0].importPriceUsdPerMwh", [30, 45, -5]);
      },
      { path: "assets[0].importPriceUsdPerMwh", given: "3 values", wanted: "4 values, one per interval of 60 minutes" },
    ],
    [
      "NaN",
      (put) => {
        put("assets[0].importPriceUsdPerMwh[2]", Number.NaN);
      },
      { path: "assets[0].importPriceUsdPerMwh[2]", given: "NaN (2026-07-13 02:00)" },
    ],
    [
      "an infinite limit",
      (put) => {
        put("assets[0].importLimitMw", Infinity);
      },
      { path: "assets[0].importLimitMw", given: "Infinity" },
    ],
    [
      "a negative capacity",
      (put) => {
        put("assets[2].capacityMw", -10);
      },
      { path: "assets[2].capacityMw", given: "-10" },
    ],
    [
      "kW given as MW",
      (put) => {
        put("assets[0].importLimitMw", 60_000);
      },
      { path: "assets[0].importLimitMw", fix: "is this kW? divide by 1000" },
    ],
    [
      "$/kWh given as $/MWh",
      (put) => {
        put("assets[0].importPriceUsdPerMwh", [0.03, 0.045, -0.005, 0.2]);
      },
      { path: "assets[0].importPriceUsdPerMwh", fix: suspicion("is this USD/kWh? multiply by 1000") },
    ],
    [
      "a percentage given as a share",
      (put) => {
        put("assets[2].availability", [0, 50, 1, 0.5]);
      },
      { path: "assets[2].availability[1]", fix: "is this a percentage? divide by 100" },
    ],
    [
      "L/kWh given as L/MWh",
      (put) => {
        put("assets[3].fuelSlopeLPerMwh", 0.2487);
      },
      { path: "assets[3].fuelSlopeLPerMwh", fix: suspicion("is this L/kWh? multiply by 1000") },
    ],
    [
      "$/TH/day given as $/PH/day",
      (put) => {
        put("bitcoin.hashpriceUsdPerPhDay", 0.04);
      },
      { path: "bitcoin.hashpriceUsdPerPhDay", fix: suspicion("is this USD/TH/day? multiply by 1000") },
    ],
    [
      "a stamp without offset",
      (put) => {
        put("assets[0].importPriceUsdPerMwh", [{ start: "2026-07-13T00:00:00", value: 40 }]);
      },
      {
        path: "assets[0].importPriceUsdPerMwh[0].start",
        fix: "add the offset: America/Chicago has -05:00 at that time",
      },
    ],
    [
      "a gap at the start",
      (put) => {
        put("assets[0].importPriceUsdPerMwh", [{ start: "2026-07-13T01:00:00-05:00", value: 40 }]);
      },
      { path: "assets[0].importPriceUsdPerMwh" },
    ],
    [
      "mining without bitcoin",
      (put) => {
        put("bitcoin", undefined);
      },
      { path: "bitcoin", given: "nothing", wanted: 'what mining earns, since "Fleet" mines' },
    ],
    [
      "a battery without state",
      (put) => {
        put("initialState", undefined);
      },
      { path: "initialState.Battery", given: "nothing" },
    ],
    [
      "a state of nobody",
      (put) => {
        put("initialState.Batery", { storedMwh: 1 });
      },
      { path: "initialState.Batery", fix: 'did you mean "Battery"?' },
    ],
    [
      "a store beyond its window",
      (put) => {
        put("initialState.Battery.storedMwh", 50);
      },
      { path: "initialState.Battery.storedMwh", given: "50" },
    ],
    [
      "$/kW-month given as $/MW-month",
      (put) => {
        put("counterfactual.extraImportUsdPerMwMonth", 9.5);
      },
      { path: "counterfactual.extraImportUsdPerMwMonth", fix: suspicion("is this USD/kW-month? multiply by 1000") },
    ],
    [
      "a rig in kW",
      (put) => {
        put("assets[5].rig", { hashrateThPerS: 200, powerW: 3.5 });
        put("assets[5].standbyWPerRig", 0);
      },
      {
        path: "assets[5].rig",
        given: "0.0175 J/TH",
        wanted: "5 to 200 J/TH",
        fix: suspicion("give TH/s and W (not kW)"),
      },
    ],
    [
      "a rig in PH/s",
      (put) => {
        put("assets[5].rig", { hashrateThPerS: 0.2, powerW: 3500 });
      },
      { path: "assets[5].rig", given: "17500 J/TH" },
    ],
    [
      "a blank name",
      (put) => {
        put("assets[4].name", "  ");
      },
      { path: "assets[4].name", given: 'the text "  "', wanted: "a name that is not blank and no reserved word" },
    ],
    [
      "the name of the site itself",
      (put) => {
        put("assets[4].name", "site");
      },
      { path: "assets[4].name", fix: "choose another" },
    ],
    [
      "a name that objects have of their own",
      (put) => {
        put("assets[4].name", "__proto__");
      },
      { path: "assets[4].name", fix: "choose another" },
    ],
    [
      "a month that does not exist",
      (put) => {
        put("initialState.Grid", { peakMw: { "2026-13": 5 } });
      },
      {
        path: 'initialState.Grid.peakMw["2026-13"]',
        given: 'the text "2026-13"',
        wanted: "a month like 2026-07",
        fix: "correct it",
      },
    ],
    [
      "a name given twice",
      (put) => {
        put("assets[4].name", "Grid");
      },
      { path: "assets[4].name", fix: "rename it; assets[0] already has that name" },
    ],
    [
      "a kept asset that does not exist",
      (put) => {
        put("counterfactual.assetsAiOnlyKeeps", ["Setz"]);
      },
      { path: "counterfactual.assetsAiOnlyKeeps[0]", fix: 'did you mean "Sets"?' },
    ],
    [
      "a rig that does not exist",
      (put) => {
        put("assets[5].rig", "S21 Ultra");
      },
      { path: "assets[5].rig", fix: expect.stringContaining("no such model exists") as unknown as string },
    ],
    [
      "an unknown zone",
      (put) => {
        put("horizon.timeZone", "US/Houston");
      },
      { path: "horizon.timeZone" },
    ],
  ])("refuses %s", (_, edit, expected) => {
    const faults = faultsOf(edited(edit));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject(expected);
  });

  it("takes what is meant so, by the very paths that the faults name", () => {
    const odd = (unitsAsStated?: string[]) =>
      edited((put) => {
        put("assets[0].importPriceUsdPerMwh", [0.03, 0.045, -0.005, 0.2]);
        put("assets[5].rig", { hashrateThPerS: 4.7, powerW: 1300 });
        put("counterfactual.extraImportUsdPerMwMonth", 100);
        put("unitsAsStated", unitsAsStated);
      });
    const paths = faultsOf(odd()).map(({ path }) => path);
    expect(paths).toEqual([
      "assets[0].importPriceUsdPerMwh",
      "assets[5].rig",
      "counterfactual.extraImportUsdPerMwMonth",
    ]);
    const plan = parseRequest(odd(paths));
    expect(plan.assets[0].spec).toMatchObject({ importPriceUsdPerMwh: Float64Array.of(0.03, 0.045, -0.005, 0.2) });
    expect(plan.counterfactual?.extraImportUsdPerMwMonth).toBe(100);
    expect(faultsOf(odd([5] as never)).map(({ path }) => path)).toContain("unitsAsStated[0]");
  });

  it.each([undefined, null, 5, "{}", []])("refuses %o as an input", (input) => {
    expect(faultsOf(input)).toMatchObject([{ path: "input", wanted: "an object with horizon and assets" }]);
  });

  it("lists every fault of every section in one error", () => {
    const input = edited((put) => {
      put("nmae", "x");
      put("horizon.intervalMinutes", 7);
      put("assets[0].importLimitMw", [1, -2, null]);
      put("assets[1].kind", "batery");
      put("assets[3].sets", 0);
      put("assets[4].pue", 0.9);
      put("assets[5].rigs", "many");
      put("bitcoin.hashpriceUsdPerPhDay", -1);
      put("initialState.Nobody", {});
      put("counterfactual.basis", 5);
      put("counterfactual.assetsAiOnlyKeeps", ["Sets", "Fleet", "Battery"]);
    });
    expect(
      faultsOf(input)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      "assets[0].importLimitMw[1]",
      "assets[0].importLimitMw[2]",
      "assets[1].kind",
      "assets[3].sets",
      "assets[4].pue",
      "assets[5].rigs",
      "bitcoin.hashpriceUsdPerPhDay",
      "counterfactual.assetsAiOnlyKeeps[1]",
      "counterfactual.basis",
      "horizon.intervalMinutes",
      "initialState.Nobody",
      "nmae",
    ]);
  });

  // 25 hours on 1 November, 23 on 8 March: a day of prices has as many values as the day has hours.
  it.each([
    ["2026-11-01T00:00:00-05:00", "2026-11-02T00:00:00-06:00", 25],
    ["2026-03-08T00:00:00-06:00", "2026-03-09T00:00:00-05:00", 23],
  ])("takes a local day from %s to %s as %d hours", (start, end, hours) => {
    const prices = (n: number) => ({
      horizon: { start, end, timeZone: "America/Chicago", intervalMinutes: 60 },
      assets: [
        {
          kind: "grid",
          name: "Grid",
          importLimitMw: 5,
          importPriceUsdPerMwh: Array.from({ length: n }, (_, i) => 20 + i),
        },
      ],
    });
    expect(parseRequest(prices(hours)).time.count).toBe(hours);
    expect(faultsOf(prices(24))).toMatchObject([
      { given: "24 values", fix: expect.stringContaining("the clock changes by 1 h") },
    ]);
  });
});

describe("any input", () => {
  const repeats = { seed: 20261122, numRuns: runs(1000, 100) };
  const judged = (input: unknown) => {
    try {
      return parseRequest(input).time.count > 0;
    } catch (error) {
      if (!(error instanceof PlanInputError)) throw error;
      return (
        error.faults.length > 0 &&
        error.faults.every(({ path, given, wanted, fix }) => path !== "" && given !== "" && wanted !== "" && fix !== "")
      );
    }
  };
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
    withObjectString: true,
  });

  it("becomes a plan or a PlanInputError with at least one fault, and nothing else", () => {
    fc.assert(
      fc.property(anything, (input) => {
        expect(judged(input)).toBe(true);
      }),
      repeats,
    );
  });

  it("that has the sections' names does too", () => {
    const sections = fc.record(
      {
        name: anything,
        horizon: anything,
        assets: anything,
        bitcoin: anything,
        initialState: anything,
        counterfactual: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(sections, (input) => {
        expect(judged(input)).toBe(true);
      }),
      repeats,
    );
  });

  // A sound input with one value, anywhere, replaced by anything.
  it("that is sound but for one place does too", () => {
    const places: string[][] = [];
    const walk = (value: unknown, path: string[]) => {
      if (path.length > 0) places.push(path);
      if (typeof value === "object" && value !== null)
        for (const [key, field] of Object.entries(value)) walk(field, [...path, key]);
    };
    walk(valid, []);
    const values = fc.oneof(
      anything,
      fc.constantFrom<unknown>(
        undefined,
        null,
        Number.NaN,
        Infinity,
        -1,
        0,
        "",
        "Grid",
        [],
        {},
        [null],
        [{ start: "2026-07-13T00:00:00" }],
        "__proto__",
        1e308,
        5e-324,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, value) => {
        expect(judged(edited((put) => put(path.join("."), value)))).toBe(true);
      }),
      { ...repeats, numRuns: runs(3000, 200) },
    );
  });
});
