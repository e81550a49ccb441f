import { describe, expect, it } from "vitest";
import { assetKinds } from "../../src/assets/index.ts";
import { planInputJsonSchema } from "../../src/schema/json-schemas.ts";
import { putAt } from "../support/put-at.ts";

type Node = { readonly [key: string]: unknown };
const root = planInputJsonSchema() as Node;
const example: Node = {
  name: "One day",
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
  assets: [
    {
      kind: "grid",
      name: "Grid",
      importLimitMw: [50, 0],
      importPriceUsdPerMwh: [{ start: "2026-07-14T00:00:00-05:00", value: 40, minutes: 120 }],
      demandCharge: { usdPerMwMonth: 9000 },
    },
    {
      kind: "battery",
      name: "B",
      chargeLimitMw: 5,
      dischargeLimitMw: 5,
      maxStoredMwh: 20,
      wearUsdPerMwh: 5,
      end: { rule: "at-least", storedMwh: 3 },
    },
    { kind: "mining-fleet", name: "Fleet", rig: "S21 XP", rigs: 1000 },
    { kind: "mining-fleet", name: "Own", rig: { hashrateThPerS: 200, powerW: 3500 }, rigs: 10 },
  ],
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { B: { storedMwh: 4 } },
  counterfactual: { aiOnlyImportLimitMw: 10, basis: "letter", assetsAiOnlyKeeps: ["B"] },
};

/** Judges a value by the keywords this schema uses (JSON Schema 2020-12); returns the first breach, or undefined. */
function breach(value: unknown, schema: Node, path = "$"): string | undefined {
  for (const keyword of Object.keys(schema))
    if (!KEYWORDS.has(keyword)) return `${path}: keyword ${keyword} is not judged`;
  if (typeof schema.$ref === "string") {
    const target = schema.$ref
      .slice(2)
      .split("/")
      .reduce<Node>((node, key) => node[key] as Node, root);
    const found = breach(value, target, path);
    if (found !== undefined) return found;
  }
  for (const key of ["anyOf", "oneOf"] as const) {
    const branches = schema[key] as Node[] | undefined;
    if (branches === undefined) continue;
    const fits = branches.filter((branch) => breach(value, branch, path) === undefined).length;
    if (fits === 0 || (key === "oneOf" && fits > 1)) return `${path}: ${fits} branches of ${key} fit`;
  }
  if (schema.type !== undefined && !hasType(value, schema.type as string)) return `${path}: not ${String(schema.type)}`;
  if (schema.const !== undefined && value !== schema.const) return `${path}: not ${String(schema.const)}`;
  if (schema.enum !== undefined && !(schema.enum as unknown[]).includes(value)) return `${path}: not in the enum`;
  if (typeof value === "number") {
    const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = schema as Record<string, number>;
    if (value < minimum || value > maximum || value <= exclusiveMinimum) return `${path}: ${value} out of range`;
  }
  if (typeof value === "string" && value.length < ((schema.minLength as number | undefined) ?? 0))
    return `${path}: too short`;
  if (Array.isArray(value)) {
    if (value.length < ((schema.minItems as number | undefined) ?? 0)) return `${path}: too few`;
    for (const [i, item] of value.entries()) {
      const found = schema.items === undefined ? undefined : breach(item, schema.items as Node, `${path}[${i}]`);
      if (found !== undefined) return found;
    }
  } else if (typeof value === "object" && value !== null) {
    const properties = (schema.properties ?? {}) as Record<string, Node>;
    for (const key of (schema.required ?? []) as string[]) if (!(key in value)) return `${path}.${key}: missing`;
    for (const [key, field] of Object.entries(value)) {
      const other = schema.additionalProperties;
      const judge = properties[key] ?? (typeof other === "object" ? (other as Node) : undefined);
      if (judge === undefined && other === false) return `${path}.${key}: unknown`;
      const found = judge === undefined ? undefined : breach(field, judge, `${path}.${key}`);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const KEYWORDS = new Set(
  (
    "$schema $ref $defs title description default unit format type const enum anyOf oneOf properties required " +
    "additionalProperties propertyNames items minItems maxItems minimum maximum exclusiveMinimum multipleOf " +
    "minLength maxLength pattern examples"
  ).split(" "),
);

function hasType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

type Put = (path: string, value: unknown) => void;

const edited = (edit: (put: Put) => void) => {
  const copy = structuredClone(example);
  edit((path, value) => putAt(copy, path, value));
  return copy;
};

describe("planInputJsonSchema", () => {
  it("gives every caller a copy of its own", () => {
    (planInputJsonSchema() as { title: string }).title = "changed";
    expect(planInputJsonSchema().title).toBe("planPower");
  });

  it("is plain JSON with the name of its dialect", () => {
    expect(JSON.parse(JSON.stringify(root))).toEqual(root);
    expect(root.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  it("accepts a good input", () => {
    expect(breach(example, root)).toBeUndefined();
  });

  it("accepts the prices of a market's file, bare or with their currency", () => {
    const prices = [{ start: "2026-07-14T05:00:00.000Z", minutes: 120, perMwh: 40 }];
    expect(
      breach(
        edited((put) => put("assets[0].importPriceUsdPerMwh", prices)),
        root,
      ),
    ).toBeUndefined();
    expect(
      breach(
        edited((put) => put("assets[0].importPriceUsdPerMwh", { market: "plain", currency: "USD", prices })),
        root,
      ),
    ).toBeUndefined();
    expect(
      breach(
        edited((put) => put("assets[0].importPriceUsdPerMwh", { currency: "EUR", prices })),
        root,
      ),
    ).toBeDefined();
  });

  it.each([
    [
      "an unknown kind",
      (put: Put) => {
        put("assets[0].kind", "gird");
      },
    ],
    [
      "a missing limit",
      (put: Put) => {
        put("assets[0].importLimitMw", undefined);
      },
    ],
    [
      "a text in a curve",
      (put: Put) => {
        put("assets[0].importLimitMw", [1, "2"]);
      },
    ],
    [
      "a stamp without value",
      (put: Put) => {
        put("assets[0].importLimitMw", [{ start: "2026-07-14T00:00:00-05:00" }]);
      },
    ],
    [
      "an unknown field",
      (put: Put) => {
        put("assets[1].extra", 1);
      },
    ],
    [
      "an unknown section",
      (put: Put) => {
        put("extra", 1);
      },
    ],
    [
      "a missing horizon",
      (put: Put) => {
        put("horizon", undefined);
      },
    ],
    [
      "a fraction above 1",
      (put: Put) => {
        put("counterfactual.aiFlexibleShare", 25);
      },
    ],
    [
      "a state with an unknown field",
      (put: Put) => {
        put("initialState.B", { soc: 3 });
      },
    ],
    [
      "no assets",
      (put: Put) => {
        put("assets", []);
      },
    ],
    [
      "both forms of bitcoin",
      (put: Put) => {
        put("bitcoin.btcUsd", 1);
      },
    ],
  ])("refuses %s", (_, edit) => {
    expect(breach(edited(edit), root)).toBeDefined();
  });

  it("has one branch for each kind, with the unit of every curve and number of a quantity", () => {
    const { oneOf } = ((root.properties as Node).assets as { items: { oneOf: { properties: Record<string, Node> }[] } })
      .items;
    expect(oneOf.map(({ properties }) => properties.kind.const)).toEqual(assetKinds.map(({ kind }) => kind));
    for (const { properties } of oneOf) {
      for (const [field, schema] of Object.entries(properties)) {
        if (/(Mw|Mwh|UsdPerMwh|UsdPerL|PerH)$/.test(field)) expect(schema.unit, field).toBeTypeOf("string");
      }
    }
    expect(oneOf[0].properties.importLimitMw).toMatchObject({ unit: "MW", $ref: "#/$defs/curve" });
  });

  it("leaves no mark of how it was made", () => {
    expect(JSON.stringify(root)).not.toContain('"curve":true');
  });
});
