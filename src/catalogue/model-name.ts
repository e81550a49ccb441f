/**
 * Parses names of rigs as makers, shops and inventories write them: `Antminer S21 200T`, `S19k Pro (120Th)`, `Bitmain
 * Antminer S23 Hyd ( 580 Th ) Antminer S23 Hyd ( 580 Th )`. A name has a model and often the hash rate of its bin.
 */
export interface ModelName {
  /** The model without the hash rate, as `keyOf` spells it. */
  readonly key: string;
  /** The hash rate in the name; undefined if there is none. */
  readonly hashrateThPerS: number | undefined;
}

/**
 * A hash rate after a blank, hyphen or bracket. NB: the T of T21 precedes its number, and the 3U of `Hyd 3U` has no T.
 */
const HASHRATE =
  /(?:^|[\s(_-])\(?\s{0,3}(\d{1,9}(?:[.,]\d{1,9})?)\s{0,3}(T|Ths?|TH\/s|P|Phs?|PH\/s)\s{0,3}\)?(?=$|[\s,;)])/gi;
const TH_PER_PH = 1000;

export function modelName(given: string): ModelName {
  // Replaces runs of blanks by one, so that the pattern takes linear time.
  const model = given.replaceAll(/\s+/g, " ");
  const found = [...model.matchAll(HASHRATE)];
  const [first] = found;
  if (!first) return { key: keyOf(model), hashrateThPerS: undefined };
  const [, number, unit] = first;
  const before = keyOf(model.slice(0, first.index));
  const behind = keyOf(model.slice(first.index + first[0].length).replaceAll(HASHRATE, " "));
  // Shops write a name twice; other text after the hash rate is part of the model.
  const isTwice = behind !== "" && before.endsWith(behind);
  const hashrateThPerS = Number(
    (Number(number.replace(",", ".")) * (/^p/i.test(unit) ? TH_PER_PH : 1)).toPrecision(12),
  );
  return { key: isTwice ? before : before + behind, hashrateThPerS };
}

/** The key under which a name is found: without maker, case, spaces and hyphens. */
export function keyOf(model: string): string {
  return (
    model
      .toLowerCase()
      .replace(/[\s_()-]+/g, "")
      .replace(/^(bitmain|microbt|canaan|bitdeer|goldshell)/, "")
      .replace(/^(antminer|whatsminer|avalon(?:miner)?|sealminer|block(?=proto))/, "")
      // Makers and shops write the cooling in full, abbreviated or not at all.
      .replace(/hydro(?:cooling)?/, "hyd")
      .replace(/imm(?:ersion|\.)/, "imm")
      .replace(/plus/g, "+")
      // Canaan writes AvalonMiner 1366 for the A1366.
      .replace(/^1\d\d6/, "a$&")
  );
}
