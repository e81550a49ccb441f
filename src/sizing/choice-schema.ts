/** What the user writes of a choice and of the rate; run by `input/`. */
import { number, type Resolved, strictObject, z } from "../assets/fields/fields.ts";

const usdPerUnit = { unit: "USD/unit", max: 1e12 };
const size = { unit: "unit", max: 1e8 };
const rate = { unit: "1/year", max: 1, tooLarge: "is this a percentage? divide by 100" };

export const choiceSchema = strictObject({
  asset: z.string().min(1).describe("Name of an asset of the input"),
  size: z.string().min(1).describe("Which of its sizes is chosen, e.g. energyMwh of a battery"),
  capexUsdPerUnit: number(usdPerUnit, "Price of one unit built: of a MW, a MWh or a rig, in money of today"),
  fixedOmUsdPerUnitYear: number(usdPerUnit, "Fixed O&M of one unit and year, built or existing").default(0),
  lifeYears: number({ unit: "years", aboveMin: true, max: 100 }, "Years over which the capex is recovered"),
  leadTimeMonths: number({ unit: "months", max: 240 }, "From paying to running; capex bears interest so long").default(
    0,
  ),
  existing: number(size, "Units that stand already: their capex is sunk").default(0),
  least: number(size, "Least size; default what exists. Below it, existing units retire and save their O&M").optional(),
  most: number({ ...size, aboveMin: true }, "Greatest size"),
});

export const rateSchema = z
  .union([
    strictObject({
      realPerYear: number(rate, "Real rate: inflation is not in it"),
    }),
    strictObject({
      nominalPerYear: number(rate, "Nominal rate: inflation is in it"),
      inflationPerYear: number({ ...rate, min: -0.5 }, "Inflation of the plan's prices; 0 for prices that stay"),
    }),
  ])
  .describe("The cost of capital, before tax, real or nominal; stated once for all choices");

export const sizingSchema = strictObject({
  rate: rateSchema,
  choices: z.array(choiceSchema).min(1).max(100).describe("The sizes to choose"),
});

/** What `wattsplit size` reads from a file. */
export type SizingInput = z.input<typeof sizingSchema>;

/** One size that is chosen. */
export type SizeChoice = z.input<typeof choiceSchema>;

/** The cost of capital. */
export type CapitalRate = z.input<typeof rateSchema>;

export type ChoiceSpec = Resolved<z.output<typeof choiceSchema>>;

export type RateSpec = Resolved<z.output<typeof rateSchema>>;
