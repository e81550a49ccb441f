import { describe, expect, it } from "vitest";
import * as z from "zod";
import { assetName, Curve, curve, instant, instantMs, number } from "../../../src/assets/fields/fields.ts";
import { quantity } from "../../../src/assets/fields/quantities.ts";

const messages = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ message }) => message);

describe("number", () => {
  it("takes the ends of its range and refuses what lies beyond, saying what was wanted", () => {
    const share = number(quantity.fraction);
    expect(share.parse(0)).toBe(0);
    expect(share.parse(1)).toBe(1);
    expect(messages(share, 96)).toEqual(["a number from 0 to 1; is this a percentage? divide by 100"]);
    expect(messages(share, -0.1)).toEqual(["a number from 0 to 1"]);
    expect(messages(share, Number.NaN)).toEqual(["a number from 0 to 1"]);
  });

  it("refuses the lower end where the quantity is above it", () => {
    expect(messages(number(quantity.efficiency), 0)).toEqual(["a number above 0 and up to 1"]);
  });

  it("leaves a size that may fit another unit to the edge, which knows whether it is meant so", () => {
    const parsed: unknown = number(quantity.litrePerMwh).parse(0.27);
    expect(parsed).toMatchObject({ given: 0.27, quantity: quantity.litrePerMwh, isSingle: true });
    expect(messages(number(quantity.litrePerMwh), 6000)).toEqual(["a number of L/MWh above 0 and up to 5000; "]);
    expect(z.toJSONSchema(number(quantity.litrePerMwh), { io: "input" })).toMatchObject({
      type: "number",
      maximum: 5000,
      unit: "L/MWh",
    });
  });

  it("takes further checks and keeps its unit", () => {
    expect(number(quantity.powerMw).gt(0).safeParse(0).success).toBe(false);
    expect(z.toJSONSchema(number(quantity.powerMw))).toMatchObject({
      type: "number",
      minimum: 0,
      maximum: 10_000,
      unit: "MW",
    });
  });
});

describe("curve", () => {
  it("keeps what was given, unread", () => {
    const given = [1, null, "x"];
    const parsed = curve(quantity.powerMw).parse(given as never);
    expect(parsed).toBeInstanceOf(Curve);
    expect(parsed.given).toBe(given);
    expect(parsed.quantity).toBe(quantity.powerMw);
  });

  it("is required unless optional", () => {
    const schema = z.strictObject({ a: curve(quantity.powerMw), b: curve(quantity.powerMw).optional() });
    expect(schema.safeParse({ b: 1 }).error?.issues[0].path).toEqual(["a"]);
    expect(schema.parse({ a: 1 }).b).toBeUndefined();
  });
});

describe("instantMs", () => {
  it.each([
    ["2026-07-14T17:00:00-05:00", Date.UTC(2026, 6, 14, 22)],
    ["2026-07-14T17:00-05:00", Date.UTC(2026, 6, 14, 22)],
    ["2026-07-14T17:00:00.250Z", Date.UTC(2026, 6, 14, 17, 0, 0, 250)],
    ["2028-02-29T00:00:00+05:30", Date.UTC(2028, 1, 28, 18, 30)],
    ["2026-12-31T23:59:59Z", Date.UTC(2026, 11, 31, 23, 59, 59)],
  ])("reads %s", (text, ms) => {
    expect(instantMs(text)).toBe(ms);
  });

  it.each([
    "2026-07-14T17:00:00",
    "2026-07-14",
    "2026-02-30T00:00:00Z",
    "2027-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-07-14T24:00:00Z",
    "2026-07-14T17:60:00Z",
    "14.07.2026 17:00",
    "",
    "2026-07-14T17:00:00-5",
  ])("refuses %s", (text) => {
    expect(instantMs(text)).toBeNaN();
  });

  it("stands behind the schema of an instant", () => {
    expect(instant().parse("2026-07-14T17:00:00Z")).toBe(Date.UTC(2026, 6, 14, 17));
    expect(instant().safeParse("2026-07-14T17:00:00").success).toBe(false);
    expect(z.toJSONSchema(instant(), { io: "input" })).toMatchObject({ type: "string", format: "date-time" });
  });
});

describe("assetName", () => {
  it("is not empty and not a novel", () => {
    expect(assetName().safeParse("").success).toBe(false);
    expect(assetName().safeParse("x".repeat(81)).success).toBe(false);
    expect(assetName().parse("Fleet 1")).toBe("Fleet 1");
  });
});
