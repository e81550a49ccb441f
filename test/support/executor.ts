/**
 * A small simulated executor: it knows its machines, follows the target that contains the present instant, and adds up
 * the energy it draws. Fleets run whole rigs; loads without a limit take what they ask for.
 */
export interface Target {
  readonly from: string;
  readonly to: string;
  /** Undefined: no limit. */
  readonly limitKw: number | undefined;
  /** Later levels of a staged restore: seconds after `from`, kW. */
  readonly steps?: readonly { readonly afterSeconds: number; readonly targetKw: number }[];
}

/** Draw of the machines under a limit (undefined: none) at an instant, kW. */
export type Machines = (limitKw: number | undefined, atMs: number) => number;

export interface FleetMachines {
  readonly rigs: number;
  readonly uptime: number;
  readonly pue: number;
  /** Power at the plug asleep, then of each mode by rising power, W. */
  readonly modesW: readonly number[];
}

/** As many rigs in each mode as the limit has room for, the lowest mode first; below standby, supply is cut. */
export function fleetMachines({ rigs, uptime, pue, modesW }: FleetMachines): Machines {
  const kwOf = (watts: number) => (uptime * pue * watts) / 1000;
  const standbyKw = rigs * kwOf(modesW[0]);
  return (limitKw) => {
    if (limitKw === undefined) return rigs * kwOf(modesW[modesW.length - 1]);
    if (limitKw < standbyKw) return limitKw;
    let drawKw = standbyKw;
    let most = rigs;
    for (let k = 1; k < modesW.length; k++) {
      const stepKw = kwOf(modesW[k] - modesW[k - 1]);
      most = Math.min(most, Math.floor((limitKw - drawKw) / stepKw + 1e-6));
      drawKw += most * stepKw;
    }
    return drawKw;
  };
}

/** What the load asks for, but no more than the limit; with queued work it also fills a limit above its demand. */
export function steadyMachines(demandKw: (atMs: number) => number, hasQueue: boolean): Machines {
  return (limitKw, atMs) =>
    limitKw !== undefined && hasQueue ? limitKw : Math.min(limitKw ?? Infinity, demandKw(atMs));
}

/** Energy of each interval, kWh. Throws where an interval has no target or several: level-triggered means exactly one. */
export function execute(
  targets: readonly Target[],
  machines: Machines,
  startMs: number,
  stepMs: number,
  count: number,
): number[] {
  return Array.from({ length: count }, (_, t) => {
    const [from, to] = [startMs + t * stepMs, startMs + (t + 1) * stepMs];
    const found = targets.filter((target) => Date.parse(target.from) <= from && Date.parse(target.to) >= to);
    if (found.length !== 1) throw new Error(`interval ${t} has ${found.length} targets`);
    const [{ limitKw, from: began, steps = [] }] = found;
    const changes = steps.map(({ afterSeconds, targetKw }) => ({
      ms: Date.parse(began) + 1000 * afterSeconds,
      kw: targetKw,
    }));
    let kwh = 0;
    const instants = [from, ...changes.map(({ ms }) => ms).filter((ms) => ms > from && ms < to), to];
    for (let i = 0; i + 1 < instants.length; i++) {
      const step = changes.findLast(({ ms }) => ms <= instants[i]);
      kwh += (machines(step?.kw ?? limitKw, instants[i]) * (instants[i + 1] - instants[i])) / 3_600_000;
    }
    return kwh;
  });
}
