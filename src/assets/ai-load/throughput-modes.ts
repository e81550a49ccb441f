/**
 * Power modes of an AI load: what its GPUs draw under a power cap or a clock limit, and the work they then do, as
 * measured by the user. There is no default curve: what a cap costs depends on the model, the batch and the card. With
 * (W_k, T_k) the modes, or (MW_k, T_k) of a whole hall, and mode K the one of most power:
 *
 *     power share       p_k = MW_k / MW_K,  or  1 - (W_K - W_k) / (1000 kwPerGpu)
 *     throughput share  q_k = T_k / max T
 *
 * `kwPerGpu` is IT power with the GPU's share of its server, which a cap on the GPU does not touch: 100 W off a GPU of
 * 700 W in a server of 1.275 kW per GPU is 8 % off, not 14 %. The demand of the load is its power at full throughput,
 * uncapped; a mode takes p_k of it and does q_k of its work. NB: power is what was metered. A cap above what the GPUs
 * draw frees nothing: memory-bound decode draws less than its cap, and gives its metered watts under each of them.
 *
 * Some GPUs may be in one mode and the rest in another, or all of them between two modes, so the load reaches the
 * concave hull of the modes (`power-modes/concave-hull.ts`). Modes below the hull are left out with a notice.
 */
import type { SiteModel } from "../../model/site-model.ts";
import type { FaultReport } from "../asset.ts";
import { number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { concaveHull } from "../power-modes/concave-hull.ts";

const modeSchema = strictObject({
  name: z.string().min(1).max(80).optional().describe("Name of the mode in notices"),
  powerW: number(
    quantity.watt,
    "What one GPU draws in the mode, as metered (a cap that does not bind is not its draw); needs kwPerGpu",
  )
    .gt(0)
    .optional(),
  powerMw: number(quantity.powerMw, "In place of powerW: what the hall draws, IT or facility power").gt(0).optional(),
  throughput: number({ unit: "any unit", aboveMin: true }, "Work done in the mode, in any unit: tokens/s, or a share"),
});

export const throughputModeFields = {
  powerModes: z
    .array(modeSchema)
    .min(1)
    .optional()
    .describe("Measured power modes (throttling): power and throughput of each; the one of most power is uncapped"),
};

export type ThroughputMode = Resolved<z.output<typeof modeSchema>>;

export interface ModeSpec {
  readonly powerModes?: readonly ThroughputMode[] | undefined;
  readonly kwPerGpu?: number | undefined;
}

/** A mode as shares of full power and of full throughput. */
export interface ModeShare {
  readonly power: number;
  readonly output: number;
  readonly name: string;
}

/** Whether the modes give shares; reports where they do not. */
export function checkThroughputModes(
  spec: ModeSpec & { readonly facilityByIt?: unknown },
  report: FaultReport,
): boolean {
  const { powerModes, kwPerGpu, facilityByIt } = spec;
  if (!powerModes) return true;
  if (facilityByIt)
    report(
      "powerModes",
      "powerModes and facilityByIt",
      "one of them",
      "give pue in place of facilityByIt, or measure the modes as facility power (powerMw) with facilityMw",
    );
  const isByGpu = powerModes[0].powerW !== undefined;
  const wanted = isByGpu ? "powerW" : "powerMw";
  const wrong = powerModes.findIndex(
    ({ powerW, powerMw }) => (powerW !== undefined) !== isByGpu || (powerMw !== undefined) === isByGpu,
  );
  if (wrong >= 0) {
    const { powerW, powerMw } = powerModes[wrong];
    const both = powerW !== undefined && powerMw !== undefined;
    report(
      `powerModes[${wrong}].${wanted}`,
      both ? "powerW and powerMw" : powerW === undefined && powerMw === undefined ? "no power" : "another form",
      "powerW in every mode, or powerMw in every mode",
      "state the power of each mode once, in one form",
    );
    return false;
  }
  if (!isByGpu) return true;
  const mostW = Math.max(...powerModes.map(({ powerW = 0 }) => powerW));
  if (kwPerGpu === undefined)
    report(
      "kwPerGpu",
      "nothing",
      "IT power per GPU, share of the server included, since powerModes give watts per GPU",
      "give kwPerGpu, or powerMw in each mode",
    );
  else if (1000 * kwPerGpu < mostW)
    report(
      "kwPerGpu",
      `${kwPerGpu} kW`,
      `at least the highest of powerModes, ${mostW} W: it includes the GPU`,
      "add the GPU's share of the server, or correct the watts",
    );
  else return true;
  return false;
}

/** Every mode as shares, in the order given. */
export function modeShares({ powerModes = [], kwPerGpu = 0 }: ModeSpec): ModeShare[] {
  const most = Math.max(...powerModes.map(({ powerW, powerMw = 0 }) => powerW ?? powerMw));
  const best = Math.max(...powerModes.map(({ throughput }) => throughput));
  return powerModes.map(({ name, powerW, powerMw = 0, throughput }) => ({
    power: powerW === undefined ? powerMw / most : 1 - (most - powerW) / (1000 * kwPerGpu),
    output: throughput / best,
    name: name ?? (powerW === undefined ? `${powerMw} MW` : `${powerW} W`),
  }));
}

/**
 * The modes that are needed, by rising power. `canRest`: the load may also do nothing and draw nothing, so the hull
 * starts there; else it starts at the mode of least power.
 */
export function efficientModes(asset: string, spec: ModeSpec, canRest: boolean, site: SiteModel): readonly ModeShare[] {
  const shares = modeShares(spec);
  const least = shares.reduce((a, b) => (b.power < a.power || (b.power === a.power && b.output > a.output) ? b : a));
  const rest = canRest ? shares : shares.filter((mode) => mode !== least);
  const { efficient, dropped } = concaveHull(rest, canRest ? { power: 0, output: 0 } : least, (mode) => mode);
  if (dropped.length > 0)
    site.notices.push(
      `${asset}: power modes left out, since GPUs in the modes around them do as much work on as little: ` +
        `${dropped.map(({ name }) => name).join(", ")}.`,
    );
  return canRest ? efficient : [least, ...efficient];
}
