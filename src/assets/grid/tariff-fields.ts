/** The parts of a tariff as fields of the connection and of its state; their list is `tariff/index.ts`. */
import type { z } from "../fields/fields.ts";
import { tariffParts } from "../tariff/index.ts";
import type { AnyTariffPart } from "../tariff/tariff-part.ts";

type Parts = typeof tariffParts;

type Intersection<Union> = (Union extends unknown ? (_: Union) => void : never) extends (_: infer All) => void
  ? All
  : never;

export const parts = Object.entries(tariffParts) as unknown as readonly (readonly [
  key: keyof Parts,
  part: AnyTariffPart,
])[];

export const partFields = Object.fromEntries(parts.map(([key, { schema }]) => [key, schema.optional()])) as unknown as {
  readonly [Key in keyof Parts]: z.ZodOptional<Parts[Key]["schema"]>;
};

export const partStates = Object.assign({}, ...parts.map(([, { state }]) => state)) as Intersection<
  Parts[keyof Parts]["state"]
>;

/** The parts the tariff has, each with what the user wrote of it. */
export function given(spec: { readonly [Key in keyof Parts]?: unknown }): [
  part: AnyTariffPart,
  own: NonNullable<unknown>,
][] {
  return parts.flatMap(([key, part]): [AnyTariffPart, NonNullable<unknown>][] =>
    spec[key] ? [[part, spec[key]]] : [],
  );
}
