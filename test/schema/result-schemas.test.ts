/** Results of every status and of every kind of asset, judged by their JSON Schema with ajv. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { everyProperty } from "../../scripts/input-json-schema.ts";
import {
  comparisonJsonSchema,
  planResultJsonSchema,
  sizingInputJsonSchema,
  sizingResultJsonSchema,
  type JsonSchema,
} from "../../src/schema/json-schemas.ts";
import { assetKinds } from "../../src/assets/index.ts";
import { runPlan } from "../../src/plan/run-plan.ts";
import { resultOf } from "../../src/plan/result-of.ts";
import { assetSamples, DAY_HOURS, HASHPRICE, surroundings } from "../conformance/asset-samples.ts";
import { planOf } from "../support/plans.ts";
import { chargedPerHour, noInterest, sized, twoPrices } from "../support/sizing-cases.ts";
import { sizeSite } from "../../src/size-site.ts";
import { randomSite } from "../support/random-sites.ts";
import { reportComparison } from "../support/report-plan.ts";
import { ruleBreakingSite } from "../support/rule-breaking-sites.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";
import { tightSite, tightSiteOfManyLimits, tightSiteOfStates } from "../support/tight-sites.ts";
import { compareBaselines, planPower } from "../support/untyped.ts";

type Json = Record<string, unknown>;

function validator(schema: JsonSchema): (result: unknown) => string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: false, keywords: ["unit"], validateFormats: false });
  const validate = ajv.compile(schema);
  return (result) => {
    validate(JSON.parse(JSON.stringify(result)));
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}

const faultsOfResult = validator(planResultJsonSchema());
const faultsOfComparison = validator(comparisonJsonSchema());

const site = {
  horizon: horizon(3),
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
};
const second = battery({ name: "second", end: { rule: "cyclic" }, chargeEfficiency: 0.7, maxStoredMwh: 13 });
const twoStores = {
  ...site,
  initialState: { ...site.initialState, second: { storedMwh: 7 } },
  assets: [...site.assets, second],
};
const noPlan = { ...site, assets: [grid({ importLimitMw: 1 }), firm({ vollUsdPerMwh: undefined }), battery()] };

describe("the schemas of a sizing", () => {
  const choice = chargedPerHour({ asset: "bess", size: "systemMwh", most: 20 }, 30);
  const faultsOfChoices = validator(sizingInputJsonSchema());
  const faultsOfSizing = validator(sizingResultJsonSchema());

  it("take choices, and name what they lack", () => {
    expect(faultsOfChoices({ rate: noInterest, choices: [choice] })).toEqual([]);
    expect(faultsOfChoices({ rate: { nominalPerYear: 0.1, inflationPerYear: 0.02 }, choices: [choice] })).toEqual([]);
    expect(faultsOfChoices({ rate: { nominalPerYear: 0.1 }, choices: [choice] })).not.toEqual([]);
    expect(faultsOfChoices({ rate: noInterest, choices: [{ ...choice, lifeYears: 0 }] })).not.toEqual([]);
    expect(faultsOfChoices({ rate: noInterest, choices: [] })).not.toEqual([]);
  });

  it("take a sizing with every question asked, at a limit, and without a plan", () => {
    const all = { choices: [choice], curvePoints: 3, compareWithExisting: true };
    expect(faultsOfSizing(sized(twoPrices, all))).toEqual([]);
    expect(faultsOfSizing(sized(twoPrices, { choices: [{ ...choice, most: 4 }], unitWorths: false }))).toEqual([]);
    const unsized = sizeSite(noPlan as never, {
      rate: noInterest,
      choices: [chargedPerHour({ asset: "grid", size: "importMw", most: 1 }, 1)],
    });
    expect(unsized.status).toBe("infeasible");
    expect(faultsOfSizing(unsized)).toEqual([]);
    expect(faultsOfSizing({ ...sized(twoPrices, all), sizes: undefined })).not.toEqual([]);
  });
});

describe("the schema of a plan's result", () => {
  it.each(assetKinds.map(({ kind }) => kind))("takes the readings of %s", (kind) => {
    const { asset, beside = [], state } = assetSamples[kind];
    const own = asset(0, DAY_HOURS);
    const others = typeof beside === "function" ? beside(0, DAY_HOURS) : beside;
    const replaced = [own, ...others].map(({ name }) => name);
    const assets = [...surroundings(0, DAY_HOURS).filter(({ name }) => !replaced.includes(name)), own, ...others];
    const result = runPlan(
      planOf({
        count: DAY_HOURS,
        hashpriceUsdPerPhDay: HASHPRICE,
        assets,
        ...(state && { initialState: { [own.name as string]: state } }),
      }),
    );
    expect(result.status).toBe("optimal");
    expect(faultsOfResult(result)).toEqual([]);
  });

  it.each([
    ["optimal", site, {}],
    ["infeasible", noPlan, {}],
    ["branching-limit", site, { nodeLimit: 0 }],
    ["branching-limit", twoStores, { nodeLimit: 6 }],
    ["iteration-limit", site, { iterationLimit: 0 }],
    ["time-limit", { ...site, horizon: horizon(200) }, { timeLimitMs: 0 }],
  ])("takes a result that is %s", (status, input, options) => {
    const result = planPower(input, options);
    expect(result.status).toBe(status);
    expect(faultsOfResult(result)).toEqual([]);
  });

  it("takes what no small site comes to: unbounded, stopped, numerical trouble", () => {
    for (const status of ["unbounded", "stopped", "numerical-trouble"] as const) {
      const result = resultOf({ status, name: "p", detail: "d", warnings: [], notices: [] });
      expect(faultsOfResult(result)).toEqual([]);
    }
    expect(
      faultsOfResult({
        ...resultOf({ status: "stopped", name: "p", detail: "", warnings: [], notices: [] }),
        status: "done",
      }),
    ).not.toEqual([]);
  });

  it("takes the results of random sites of all kinds, feasible and not", () => {
    const statuses = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      for (const make of [randomSite, ruleBreakingSite, tightSite, tightSiteOfManyLimits, tightSiteOfStates]) {
        if (make !== randomSite && seed > 8) continue;
        const result = planPower(make(seed));
        statuses.add(result.status);
        expect(faultsOfResult(result), `${make.name} ${seed}: ${result.status}`).toEqual([]);
      }
    }
    expect([...statuses]).toEqual(expect.arrayContaining(["optimal", "infeasible"]));
  });
});

describe("the schema of a comparison", () => {
  it("takes comparisons with and without a headline", () => {
    expect(faultsOfComparison(reportComparison)).toEqual([]);
    const counterfactual = { aiOnlyImportLimitMw: 45, basis: "allocation letter", assetsAiOnlyKeeps: [] };
    const stopped = compareBaselines({ ...site, counterfactual }, { iterationLimit: 0 });
    expect(faultsOfComparison(stopped)).toEqual([]);
  });
});

describe("what a schema refuses", () => {
  const samples: [string, (result: unknown) => string[], Json][] = [
    ["an optimal plan", faultsOfResult, jsonOf(planPower(twoStores))],
    ["an infeasible plan", faultsOfResult, jsonOf(planPower(noPlan))],
    ["a comparison", faultsOfComparison, jsonOf(reportComparison)],
  ];

  it.each(samples)("a field too many, anywhere in %s", (_, faultsOf, result) => {
    let numObjects = 0;
    everyObject(result, (object) => {
      numObjects++;
      object.surplus = ["x"];
      expect(faultsOf(result), JSON.stringify(object).slice(0, 80)).not.toEqual([]);
      delete object.surplus;
    });
    expect(numObjects).toBeGreaterThan(5);
  });

  it.each(samples)("a field missing, anywhere in %s, unless it may be absent", (_, faultsOf, result) => {
    const mayLack = new Set<string>();
    everyObject(result, (object) => {
      for (const [name, value] of Object.entries(object)) {
        delete object[name];
        if (faultsOf(result).length === 0) mayLack.add(name);
        object[name] = value;
      }
    });
    expect(mayLack.size).toBeGreaterThan(3);
    for (const name of ["version", "status", "certificate", "ledger", "prices", "kind", "series", "usd"])
      expect([...mayLack]).not.toContain(name);
  });

  it("a text for a number, but those that JSON lacks", () => {
    const result = jsonOf(planPower(site));
    expect(faultsOfResult({ ...result, objectiveUsd: "12" })).not.toEqual([]);
    expect(faultsOfResult({ ...result, objectiveUsd: "Infinity" })).toEqual([]);
    expect(faultsOfResult({ ...result, version: 2 })).not.toEqual([]);
  });
});

describe("the schemas of results", () => {
  it.each([
    ["planResultJsonSchema", planResultJsonSchema()],
    ["comparisonJsonSchema", comparisonJsonSchema()],
  ])("%s describes every property, and every number has a unit", (_, schema) => {
    const bare: string[] = [];
    let numProperties = 0;
    everyProperty(schema as never, (name, node) => {
      numProperties++;
      if (!node.description) bare.push(name);
      if (JSON.stringify(node).includes('{"$ref":"#/$defs/number"}')) bare.push(name);
    });
    expect(bare).toEqual([]);
    expect(numProperties).toBeGreaterThan(250);
  });

  it("have only the definitions that they use, and are copies", () => {
    expect(Object.keys(planResultJsonSchema().$defs as Json)).not.toContain("ComparedCase");
    (planResultJsonSchema().$defs as Json).OptimalPlan = 1;
    expect((planResultJsonSchema().$defs as Json).OptimalPlan).toBeTypeOf("object");
  });
});

function jsonOf(result: unknown): Json {
  return JSON.parse(JSON.stringify(result)) as Json;
}

/** Objects by their shape: one of each set of keys at each depth is enough. */
function everyObject(value: unknown, visit: (object: Json) => void, seen = new Set<string>()): void {
  if (typeof value !== "object" || value === null) return;
  const inner = Object.values(value);
  if (!Array.isArray(value)) {
    const shape = Object.keys(value).join();
    if (!seen.has(shape)) visit(value as Json);
    seen.add(shape);
  }
  for (const item of inner) everyObject(item, visit, seen);
}
