import type { Fields } from "../finance/input/fields.ts";

/** An asset that is named after its option; its fields are checked with those of the site. */
export function namelessAsset(fields: Fields, key: string): Readonly<Record<string, unknown>> {
  const asset = fields.record(key);
  if (Object.hasOwn(asset, "name")) fields.fault(key, "an asset without a name", "leave name out; the option has one");
  return asset;
}
