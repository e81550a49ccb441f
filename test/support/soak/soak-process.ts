/**
 * The process that `test/property/soak.ts` starts, and kills where a program does not end: an engine that never returns
 * can only be ended from outside. It judges the seeds it is sent, one message each.
 */
import { caseOf, soakCase } from "./cases.ts";
import { judgeCase } from "./judge.ts";
import type { SeedReport, SeedRequest } from "./solve-seeds.ts";

process.on("message", ({ seed, kind, engines }: SeedRequest) => {
  const soak = kind === "all" ? soakCase(seed) : caseOf(kind, seed);
  const { truth } = soak;
  const report: SeedReport = {
    seed,
    kind: soak.kind,
    status: truth.status,
    objective: truth.objective,
    judgements: judgeCase(soak, engines),
  };
  process.send?.(report);
});
