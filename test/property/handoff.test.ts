import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { foremanCommitments } from "../../src/handoff/foreman.ts";
import { handOffJsonSchema, handOffToJson } from "../../src/handoff/hand-off-json.ts";
import { nvgridLoadTargets } from "../../src/handoff/nvgrid.ts";
import { powerTargets } from "../../src/handoff/power-targets.ts";
import type { PowerTarget, ReadyHandOff } from "../../src/handoff/power-target.ts";
import { fleetCurtailments } from "../../src/handoff/proto-fleet.ts";
import type { OptimalPlan, PlanResult } from "../../src/plan/plan-result.ts";
import { execute, fleetMachines, type Machines, steadyMachines } from "../support/executor.ts";
import { randomSite, type SiteInput } from "../support/random-sites.ts";
import { planPower } from "../support/untyped.ts";

/** A hand-off, written and read back, carried out by simulated executors, draws the energy of the plan. */

const SEED = 20261130;
const RUNS = 60;
const validate = new Ajv2020({ validateFormats: false }).compile(handOffJsonSchema());

/** A random site, half of them with fleets in power modes and some that wake in steps. */
function siteOf(seed: number): SiteInput {
  const site = randomSite(seed);
  if (seed % 2 === 0) return site;
  const powerModes = [
    { name: "eco", hashrateThPerS: 60, powerW: 1300 },
    { name: "low", hashrateThPerS: 95, powerW: 2100 },
  ];
  const wakeUp = seed % 4 === 1 ? { wakeUp: { shareOfRigs: 0.25, everyMinutes: 60 } } : {};
  return {
    ...site,
    assets: site.assets.map((asset) =>
      asset.kind === "mining-fleet"
        ? { ...asset, rig: { hashrateThPerS: 130, powerW: 3100 }, powerModes, ...wakeUp }
        : asset,
    ),
  };
}

function plannedKwh(plan: OptimalPlan, asset: string): number[] {
  return Array.from(plan.assets[asset].netBusMw, (mw) => -1000 * mw * plan.stepHours);
}

const results = new Map<number, PlanResult>();

/** All tests below use the same seeds, so each site is planned once. */
function planned(seed: number): PlanResult {
  const result = results.get(seed) ?? planPower(siteOf(seed));
  results.set(seed, result);
  return result;
}

function runs(check: (plan: OptimalPlan, handOff: ReadyHandOff, startMs: number, stepMs: number) => void): void {
  let checked = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const result = planned(seed);
      if (result.status !== "optimal") {
        expect(powerTargets(result, { at: "2026-01-01T00:00:00Z" }).status).toBe("none");
        return;
      }
      const handOff = powerTargets(result, { at: result.startIso, staleAfterHours: 1000 });
      if (handOff.status !== "ready") throw new Error(handOff.detail);
      checked++;
      check(result, handOff, Date.parse(result.intervalStarts[0]), result.stepHours * 3_600_000);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(checked).toBeGreaterThan(0.5 * RUNS);
}

/**
 * Energy of an interval that whole rigs may draw less than planned: under one rig's step for each mode. With several
 * modes the executor, which is given kilowatts alone here, may fill them otherwise than the plan and round once more.
 */
function rigRoundingKwh({ rigs }: PowerTarget, stepHours: number): number {
  if (!rigs) return 1e-6;
  const { modes, uptime, pue } = rigs;
  const times = modes.length > 2 ? 2 : 1;
  return ((times * uptime * pue * (modes[modes.length - 1].powerW - modes[0].powerW)) / 1000) * stepHours + 1e-3;
}

function machinesOf(plan: OptimalPlan, target: PowerTarget, startMs: number, stepMs: number): Machines {
  const { rigs } = target;
  if (rigs)
    return fleetMachines({
      rigs: rigs.of,
      uptime: rigs.uptime,
      pue: rigs.pue,
      modesW: rigs.modes.map(({ powerW }) => powerW),
    });
  const { demandMw } = plan.assets[target.asset].series as unknown as { readonly demandMw?: Float64Array };
  return steadyMachines(
    (ms) => 1000 * (demandMw?.[Math.round((ms - startMs) / stepMs)] ?? Infinity),
    isFlexible(plan, target.asset),
  );
}

/** Whether the plan moves the load's work within its day. */
function isFlexible({ assets }: OptimalPlan, asset: string): boolean {
  const { demandMw, servedMw, unservedMw } = assets[asset].series as unknown as Record<
    string,
    Float64Array | undefined
  >;
  if (!demandMw || !servedMw) return true;
  return (
    servedMw.some((mw, t) => Math.abs(demandMw[t] - mw - (unservedMw?.[t] ?? 0)) > 1e-9) && unservedMw !== undefined
  );
}

it("the generic JSON, as its schema says, draws the plan's energy within whole-rig rounding", () => {
  let limited = 0;
  runs((plan, handOff, startMs, stepMs) => {
    const { targets } = JSON.parse(handOffToJson(handOff)) as ReadyHandOff;
    expect(validate({ ...handOff, targets }) ? [] : validate.errors).toEqual([]);
    for (const asset of new Set(targets.map((target) => target.asset))) {
      const own = targets.filter((target) => target.asset === asset);
      limited += own.filter(({ control }) => control === "limit").length;
      const drawn = execute(
        own.map(({ from, to, control, targetKw }) => ({
          from,
          to,
          limitKw: control === "limit" ? targetKw : undefined,
        })),
        machinesOf(plan, own[0], startMs, stepMs),
        startMs,
        stepMs,
        plan.intervalStarts.length,
      );
      plannedKwh(plan, asset).forEach((kwh, t) => {
        expect(drawn[t], `${asset} ${t}`).toBeLessThanOrEqual(kwh + 1e-2);
        expect(drawn[t], `${asset} ${t}`).toBeGreaterThanOrEqual(kwh - rigRoundingKwh(own[0], plan.stepHours) - 1e-2);
      });
    }
  });
  expect(limited).toBeGreaterThan(RUNS);
});

it("NvGrid's load targets draw the plan's energy", () => {
  runs((plan, handOff, startMs, stepMs) => {
    const ai = [...new Set(handOff.targets.filter(({ side }) => side === "ai").map(({ asset }) => asset))];
    // The least power a feed can be limited to, far below what is compared.
    const feeds = Object.fromEntries(ai.map((asset) => [asset, { feedTags: [`feed ${asset}`], leastKw: 1e-3 }]));
    const { targets } = JSON.parse(JSON.stringify(nvgridLoadTargets(handOff, feeds))) as ReturnType<
      typeof nvgridLoadTargets
    >;
    for (const asset of ai) {
      const own = targets.filter(({ feed_tags }) => feed_tags?.[0] === `feed ${asset}`);
      const drawn = execute(
        own.map(({ interval, load_constraint }) => ({
          from: interval.start_time,
          to: interval.end_time,
          limitKw: load_constraint?.value,
        })),
        machinesOf(plan, handOff.targets.find((target) => target.asset === asset) as PowerTarget, startMs, stepMs),
        startMs,
        stepMs,
        plan.intervalStarts.length,
      );
      plannedKwh(plan, asset).forEach((kwh, t) => expect(Math.abs(drawn[t] - kwh), `${asset} ${t}`).toBeLessThan(1e-2));
    }
  });
});

it("proto-fleet's events and Foreman's commitments stop the rigs that the plan has asleep", () => {
  let events = 0;
  runs((_, handOff) => {
    const fleets = new Set(
      handOff.targets.filter(({ rigs }) => rigs && rigs.modes.length === 2).map(({ asset }) => asset),
    );
    const commitments = foremanCommitments(handOff);
    for (const fleet of fleets) {
      const written = fleetCurtailments(handOff, { fleet }).events;
      events += written.length;
      const own = handOff.targets.filter((target) => target.asset === fleet);
      for (const { from, to, rigs, control } of own) {
        if (!rigs) throw new Error("a fleet without rigs");
        const ratedW = rigs.modes[1].powerW;
        const event = written.find(({ startAt }) => startAt === from);
        // The executor stops rigs that hash until their power adds up: uptime of those commanded.
        const stopped = Math.ceil((event?.request.fixedKw.targetKw ?? 0) / (ratedW / 1000));
        expect(Math.abs(stopped - rigs.uptime * (rigs.of - rigs.on))).toBeLessThanOrEqual(1);
        expect(event?.stopAt ?? to).toBe(to);
        const commitment = commitments.find(
          ({ programName, start }) => start === from && programName === `${fleet} ${from}`,
        );
        expect(commitment === undefined).toBe(control === "release");
        if (!commitment) continue;
        const standbyW = rigs.uptime * rigs.of * rigs.modes[0].powerW;
        const running = Math.floor(
          (commitment.watts - standbyW) / (rigs.uptime * (ratedW - rigs.modes[0].powerW)) + 1e-9,
        );
        expect(running).toBe(rigs.on);
      }
    }
  });
  expect(events).toBeGreaterThan(RUNS / 2);
});

it("a staged restore loses only what its batches wait for", () => {
  runs((plan, _, startMs, stepMs) => {
    const stepSeconds = stepMs / 1000;
    const restore = { rigsPerBatch: 400, secondsBetweenBatches: stepSeconds / 40 };
    const handOff = powerTargets(plan, { at: plan.startIso, staleAfterHours: 1000, restore }) as ReadyHandOff;
    for (const asset of new Set(handOff.targets.filter(({ rigs }) => rigs).map((target) => target.asset))) {
      const own = handOff.targets.filter((target) => target.asset === asset);
      const drawn = execute(
        own.map(({ from, to, control, targetKw, restoreBatches }) => ({
          from,
          to,
          limitKw: control === "limit" ? targetKw : undefined,
          steps: restoreBatches,
        })),
        machinesOf(plan, own[0], startMs, stepMs),
        startMs,
        stepMs,
        plan.intervalStarts.length,
      );
      const waits = own.map(({ restoreBatches: batches, targetKw, from }) => ({
        t: (Date.parse(from) - startMs) / stepMs,
        kwh: batches.reduce(
          (kwh, { targetKw: kw }) => kwh + ((targetKw - kw) * restore.secondsBetweenBatches) / 3600,
          0,
        ),
      }));
      plannedKwh(plan, asset).forEach((kwh, t) => {
        const waited = waits.find((wait) => wait.t === t)?.kwh ?? 0;
        const rounding = rigRoundingKwh(own[0], plan.stepHours) * (1 + own[0].restoreBatches.length);
        expect(drawn[t], `${asset} ${t}`).toBeLessThanOrEqual(kwh + 1e-2);
        expect(drawn[t], `${asset} ${t}`).toBeGreaterThanOrEqual(kwh - waited - rounding - 1e-2);
      });
    }
  });
});
