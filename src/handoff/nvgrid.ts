/**
 * AI targets as load targets of NVIDIA DPS NvGrid. Written from the public description of `grid.loadtarget.set.v1`
 * (NVIDIA/dsx-exchange, schemas/asyncapi/power-management 1.7.0, payload `SetLoadTargetData`) and of
 * `nvidia.dcpower.v1.NvGrid/SetLoadTarget` (docs.nvidia.com/datacenter/dps); not tried against a live server.
 *
 * NB: a null `load_constraint` returns a feed to its default, and `dpsctl` takes a value of 0 for the same. So a limit
 * of 0 kW cannot be expressed: it needs the feed's `power_minimum` (GetMetadata) as `leastKw`.
 */
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { checkReady } from "./check-ready.ts";
import type { PowerTarget, ReadyHandOff } from "./power-target.ts";

/** The electrical feeds of one AI load. */
export interface NvgridFeed {
  /** Feed tags of GetMetadata; empty or absent: all feeds, which suits a site with one AI load. */
  readonly feedTags?: readonly string[];
  /**
   * Power at the feeds over facility power at the site bus, e.g. 1 / PUE where cooling has feeds of its own. Default 1.
   */
  readonly shareOfFacility?: number;
  /** `power_minimum` of the feeds, kW: a lower limit is raised to it. Default: a limit of 0 kW is refused. */
  readonly leastKw?: number;
  /** NvGrid's strategy: adjust jobs without disruption and shed what that gives. Default false. */
  readonly bestEffort?: boolean;
}

/** Payload of `grid.loadtarget.set.v1`. Its sender adds the CloudEvents envelope and the signature. */
export interface NvgridLoadTargets {
  readonly targets: readonly {
    readonly interval: { readonly start_time: string; readonly end_time: string };
    readonly feed_tags?: readonly string[];
    /** Null: the feed's default. */
    readonly load_constraint: { readonly value: number; readonly unit: "kilowatt" } | null;
    readonly strategy: { readonly best_effort: boolean };
  }[];
}

/**
 * The AI side of a hand-off for NvGrid. Where a load may take what it asks for, the target is null: the feed's default.
 *
 * @param feeds By asset; a load that is not listed has the defaults of `NvgridFeed`.
 * @throws PlanInputError for a hand-off without AI targets, several loads on all feeds, or a limit of 0 kW.
 */
export function nvgridLoadTargets(
  handOff: ReadyHandOff,
  feeds: Readonly<Record<string, NvgridFeed>> = {},
): NvgridLoadTargets {
  checkReady("nvgridLoadTargets", handOff);
  const own = handOff.targets.filter(({ side }) => side === "ai");
  checkFeeds(own, feeds);
  return {
    targets: own.map((target) => {
      const { feedTags = [], bestEffort = false } = feeds[target.asset] ?? {};
      return {
        interval: { start_time: target.from, end_time: target.to },
        ...(feedTags.length > 0 && { feed_tags: [...feedTags] }),
        load_constraint: target.control === "release" ? null : constraint(target, feeds[target.asset]),
        strategy: { best_effort: bestEffort },
      };
    }),
  };
}

function constraint({ targetKw, asset, from }: PowerTarget, feed: NvgridFeed = {}) {
  const { shareOfFacility = 1, leastKw = 0 } = feed;
  const value = Math.max(leastKw, targetKw * shareOfFacility);
  if (value <= 0)
    throw new PlanInputError([
      {
        path: `nvgridLoadTargets feeds[${JSON.stringify(asset)}].leastKw`,
        given: `a limit of 0 kW from ${from}`,
        wanted: "a limit above 0: NvGrid takes 0 for the feed's default",
        fix: "give the feed's power_minimum (dpsctl nvgrid get-metadata), or open its breaker by other means",
      },
    ]);
  return { value, unit: "kilowatt" as const };
}

function checkFeeds(targets: readonly PowerTarget[], feeds: Readonly<Record<string, NvgridFeed>>): void {
  const faults: PlanInputFault[] = [];
  const assets = [...new Set(targets.map(({ asset }) => asset))];
  const report = (path: string, given: string, wanted: string, fix: string): void =>
    void faults.push({ path: `nvgridLoadTargets${path}`, given, wanted, fix });
  if (assets.length === 0) report("", "a hand-off without AI loads", "an AI load", "plan a site that has one");
  for (const asset of Object.keys(feeds).filter((name) => !assets.includes(name)))
    report(` feeds[${JSON.stringify(asset)}]`, "another name", assets.join(", "), "give the asset's name");
  const owner = new Map<string, string>();
  for (const asset of assets) {
    const { feedTags = [], shareOfFacility = 1, leastKw = 0 } = feeds[asset] ?? {};
    if (!(shareOfFacility > 0 && shareOfFacility <= 1))
      report(
        ` feeds[${JSON.stringify(asset)}].shareOfFacility`,
        String(shareOfFacility),
        "above 0, at most 1",
        "give 1 / PUE",
      );
    if (!(leastKw >= 0 && leastKw < Infinity))
      report(` feeds[${JSON.stringify(asset)}].leastKw`, String(leastKw), "a number of 0 or more", "give kW");
    if (feedTags.length === 0 && assets.length > 1)
      report(` feeds[${JSON.stringify(asset)}].feedTags`, "all feeds", "feeds of its own", "name each load's feeds");
    for (const tag of feedTags) {
      const other = owner.get(tag);
      if (other !== undefined)
        report(
          ` feeds[${JSON.stringify(asset)}].feedTags`,
          `${tag}, also of ${other}`,
          "feeds of its own",
          "the latest target would win; give each load its feeds",
        );
      owner.set(tag, asset);
    }
  }
  if (faults.length > 0) throw new PlanInputError(faults);
}
