import type { AssetInput, PlanInput } from "wattsplit";
import { fieldLabel, fieldUnit } from "./field-words.ts";

/** One number of a site that the page edits. */
export interface SiteField {
  /** As in the planner's faults, e.g. `assets[2].rigs`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  /** What the number stands for where the field is a profile. */
  readonly note?: string;
  set(site: PlanInput, value: number): PlanInput;
}

export interface FieldGroup {
  readonly name: string;
  readonly kind: string;
  readonly fields: readonly SiteField[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields with numbers that a dial does not change. */
const LEFT_OUT = new Set(["count", "intervalMinutes", "year", "month", "billingIntervalMinutes"]);
/** Sections of an asset whose numbers are shown with it. */
const INNER = new Set(["demandCharge", "fixedCharge", "minimumBill", "contractedCapacity"]);

export function fieldGroups(site: PlanInput): FieldGroup[] {
  const assets = site.assets.map((asset, k) => ({
    name: asset.name,
    kind: asset.kind,
    fields: assetFields(asset, k),
  }));
  const { bitcoin } = site;
  const mining = bitcoin
    ? [
        {
          name: "Bitcoin",
          kind: "what mining earns",
          fields: numbersOf(bitcoin as Fields, ["bitcoin"], "bitcoin"),
        },
      ]
    : [];
  return [...mining, ...assets].filter(({ fields }) => fields.length > 0);
}

function assetFields(asset: AssetInput, k: number): SiteField[] {
  return numbersOf(asset as unknown as Fields, ["assets", k], `assets[${k}]`);
}

function numbersOf(fields: Fields, keys: readonly (string | number)[], path: string, prefix = ""): SiteField[] {
  return Object.entries(fields).flatMap(([name, value]): SiteField[] => {
    if (LEFT_OUT.has(name)) return [];
    const at = [...keys, name];
    const label = prefix
      ? `${prefix}${name.startsWith("usd") ? "" : `, ${fieldLabel(name).toLowerCase()}`}`
      : fieldLabel(name);
    const unit = fieldUnit(name.startsWith("usd") ? `U${name.slice(1)}` : name);
    const own = { path: `${path}.${name}`, label, unit };
    if (typeof value === "number") return [{ ...own, value, set: (site, next) => setAt(site, at, next) }];
    if (isProfile(value) && name.endsWith("Mw")) {
      const most = Math.max(...value);
      return [
        {
          ...own,
          value: most,
          note: "greatest value of a profile, which is scaled",
          set: (site, next) => setAt(site, at, scaledTo(value, most, next)),
        },
      ];
    }
    return INNER.has(name) && typeof value === "object" && value !== null && !Array.isArray(value)
      ? numbersOf(value as Fields, at, `${path}.${name}`, fieldLabel(name))
      : [];
  });
}

function isProfile(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "number");
}

/** A profile of zeros has no shape to scale: it becomes constant. */
function scaledTo(profile: readonly number[], most: number, next: number): number[] {
  return profile.map((value) => (most === 0 ? next : Number(((value * next) / most).toFixed(6))));
}

/** A copy with another value at the place of `keys`. */
export function setAt<Value>(value: Value, keys: readonly (string | number)[], next: unknown): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return next as Value;
  const inner = (value as Readonly<Record<string | number, unknown>>)[key];
  if (Array.isArray(value)) return value.with(key as number, setAt(inner, rest, next)) as Value;
  return { ...value, [key]: setAt(inner, rest, next) };
}
