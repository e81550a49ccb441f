import { describe, expect, it } from "vitest";
import { faultsOf, gridAsset } from "../../support/plans.ts";

const at = (time: string, day = 14) => `2026-07-${day}T${time}:00-05:00`;

const job = (fields: Record<string, unknown> = {}) => ({
  name: "training",
  energyFacilityMwh: 8,
  release: at("01:00"),
  deadline: at("04:00"),
  maxMw: 5,
  ...fields,
});

const load = (jobs: unknown[], fields: Record<string, unknown> = {}) => ({
  kind: "ai-deferrable",
  name: "batch",
  jobs,
  ...fields,
});

const priced = (importPriceUsdPerMwh: unknown, jobs: unknown[], fields = {}) => [
  gridAsset({ importPriceUsdPerMwh }),
  load(jobs, fields),
];

describe("edges", () => {
  it.each<[string, Record<string, unknown>[], string]>([
    ["two jobs of one name", [job(), job()], "assets[1].jobs[1].name"],
    ["no energy", [job({ energyFacilityMwh: undefined })], "assets[1].jobs[0].energyItMwh"],
    ["energy twice", [job({ energyItMwh: 4 })], "assets[1].jobs[0].energyItMwh"],
    [
      "GPU-hours without the kW of a GPU",
      [job({ energyFacilityMwh: undefined, energyGpuHours: 4 })],
      "assets[1].kwPerGpu",
    ],
    ["GPU-hours without a PUE", [job({ energyFacilityMwh: undefined, energyGpuHours: 4 })], "assets[1].pue"],
    ["a deadline before the release", [job({ deadline: at("00:30") })], "assets[1].jobs[0].deadline"],
  ])("refuses %s", (_what, jobs, path) => {
    const assets = JSON.parse(JSON.stringify(priced(50, jobs))) as Record<string, unknown>[];
    expect(faultsOf({ count: 5, assets }).map((fault) => fault.path)).toContain(path);
  });

  it("refuses IT energy without a PUE, and a state of a job that is not listed", () => {
    const { energyFacilityMwh: _, ...rest } = job();
    expect(faultsOf({ count: 5, assets: priced(50, [{ ...rest, energyItMwh: 4 }]) })).toMatchObject([
      { path: "assets[1].pue" },
    ]);
    expect(
      faultsOf({ count: 5, assets: priced(50, [job()]), initialState: { batch: { openMwh: { gone: 4 } } } }),
    ).toMatchObject([{ path: "initialState.batch.openMwh.gone" }]);
  });

  it("refuses runs of a job that has none, and more paused than is under way", () => {
    const runs = { training: { active: [{ mw: 2, startedHoursAgo: 1 }], pausedMw: 3, endedMw: 0 } };
    const paths = faultsOf({
      count: 5,
      assets: priced(50, [job()]),
      initialState: { batch: { openMwh: { training: 4 }, runs } },
    }).map(({ path }) => path);
    expect(paths).toEqual(["initialState.batch.runs.training", "initialState.batch.runs.training.pausedMw"]);
  });
});
