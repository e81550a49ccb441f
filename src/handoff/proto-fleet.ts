/**
 * Mining targets as curtailment events of proto-fleet. Written from the public interface description
 * `proto/curtailment/v1/curtailment.proto` (block/proto-fleet, 2026-08), in the JSON form of its messages; not tried
 * against a live server. What that interface can do today, and so what is written:
 * - `FIXED_KW` selects rigs until their power adds up to `targetKw` of reduction, and level `FULL` stops them. Rigs in
 *   a lower power mode cannot be expressed (level `EFFICIENCY` is reserved).
 * - An event has no start time of its own: the sender calls StartCurtailment at `startAt` and StopCurtailment at
 * `stopAt`.
 * - An organisation has one event at a time, so the events are of one fleet, and its targets are frozen: a change from
 *   one curtailed level to another goes through a stop and a start.
 */
import { PlanInputError } from "../errors.ts";
import { checkReady } from "./check-ready.ts";
import type { PowerTarget, ReadyHandOff, RigTarget } from "./power-target.ts";

export interface FleetCurtailmentOptions {
  /** The fleet, by its asset's name. Default: the only one. */
  readonly fleet?: string;
  /** proto-fleet's device sets of the fleet. Default: the whole organisation. */
  readonly deviceSetIds?: readonly string[];
  /** Rigs that proto-fleet restores at once, and the pause between; 0: the server's default, as where it is absent. */
  readonly restoreBatchSize?: number;
  readonly restoreBatchIntervalSec?: number;
}

/** `curtailment.v1.StartCurtailmentRequest` as JSON. */
export interface StartCurtailmentRequest {
  readonly wholeOrg?: Readonly<Record<string, never>>;
  readonly deviceSetIds?: { readonly deviceSetIds: readonly string[] };
  readonly mode: "CURTAILMENT_MODE_FIXED_KW";
  readonly strategy: "CURTAILMENT_STRATEGY_LEAST_EFFICIENT_FIRST";
  readonly level: "CURTAILMENT_LEVEL_FULL";
  readonly priority: "CURTAILMENT_PRIORITY_NORMAL";
  readonly fixedKw: { readonly targetKw: number };
  /** Ends the event where no stop arrives; absent beyond the interface's seven days. */
  readonly maxDurationSeconds?: number;
  readonly restoreBatchSize: number;
  readonly restoreBatchIntervalSec: number;
  readonly minCurtailedDurationSec: number;
  readonly idempotencyKey: string;
  readonly reason: string;
  readonly externalSource: "wattsplit";
  readonly externalReference: string;
}

/** One event: what to send, and when. */
export interface FleetCurtailment {
  /** When to call StartCurtailment, UTC. */
  readonly startAt: string;
  /** When to call StopCurtailment with the event's id, UTC. */
  readonly stopAt: string;
  readonly request: StartCurtailmentRequest;
}

export interface FleetCurtailments {
  readonly events: readonly FleetCurtailment[];
  readonly notices: readonly string[];
}

const MOST_SECONDS = 604_800;
const MOST_TEXT = 256;
/** Share of a reduction, so that a last rig is not added for a rounded bit of its power. */
const ROUNDING = 1e-9;

/**
 * The curtailment of one fleet as proto-fleet events; a target that releases the fleet is not an event.
 *
 * @throws PlanInputError for a hand-off without that fleet, or with rigs in a power mode between asleep and full.
 */
export function fleetCurtailments(handOff: ReadyHandOff, options: FleetCurtailmentOptions = {}): FleetCurtailments {
  checkReady("fleetCurtailments", handOff);
  const targets = targetsOfFleet(handOff, options.fleet);
  const events = targets.flatMap((target) => eventOf(target, options));
  const touching = events.filter(({ startAt }, i) => events[i - 1]?.stopAt === startAt).length;
  return {
    events,
    notices: [
      "Written from proto-fleet's public interface description; not tried against a live server.",
      ...(touching > 0
        ? [
            `Events that follow another at once: ${touching}. proto-fleet restores rigs in between, since an event's ` +
              "targets are frozen.",
          ]
        : []),
    ],
  };
}

function targetsOfFleet({ targets }: ReadyHandOff, fleet: string | undefined): PowerTarget[] {
  const fleets = [...new Set(targets.filter(({ rigs }) => rigs).map(({ asset }) => asset))];
  const name = fleet ?? (fleets.length === 1 ? fleets[0] : undefined);
  if (name !== undefined && fleets.includes(name)) return targets.filter(({ asset }) => asset === name);
  throw new PlanInputError([
    {
      path: "fleetCurtailments options.fleet",
      given: fleet === undefined ? `nothing, with ${fleets.length} fleets` : JSON.stringify(fleet),
      wanted: fleets.join(" or ") || "a plan with a fleet",
      fix: "name one; proto-fleet allows one event at a time in an organisation",
    },
  ]);
}

function eventOf(target: PowerTarget, options: FleetCurtailmentOptions): FleetCurtailment[] {
  const { rigs, from, to, reason, idempotencyKey, minimumDurationSeconds } = target;
  if (!rigs || target.control === "release") return [];
  const targetKw = reductionKw(rigs, target);
  if (targetKw <= 0) return [];
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  const { deviceSetIds = [], restoreBatchSize = 0, restoreBatchIntervalSec = 0 } = options;
  return [
    {
      startAt: from,
      stopAt: to,
      request: {
        ...(deviceSetIds.length > 0 ? { deviceSetIds: { deviceSetIds: [...deviceSetIds] } } : { wholeOrg: {} }),
        mode: "CURTAILMENT_MODE_FIXED_KW",
        strategy: "CURTAILMENT_STRATEGY_LEAST_EFFICIENT_FIRST",
        level: "CURTAILMENT_LEVEL_FULL",
        priority: "CURTAILMENT_PRIORITY_NORMAL",
        fixedKw: { targetKw },
        ...(seconds <= MOST_SECONDS && { maxDurationSeconds: seconds }),
        restoreBatchSize,
        restoreBatchIntervalSec,
        minCurtailedDurationSec: Math.min(minimumDurationSeconds, seconds),
        idempotencyKey: short(idempotencyKey),
        reason: reason.slice(0, MOST_TEXT),
        externalSource: "wattsplit",
        externalReference: `${target.scope} ${from}`.slice(0, MOST_TEXT),
      },
    },
  ];
}

/**
 * Power at their plugs of the rigs to stop, kW. proto-fleet counts the measured power of rigs that hash, which are
 * `uptime` of those commanded.
 */
function reductionKw({ modes, of, on, uptime }: RigTarget, { asset, from }: PowerTarget): number {
  const top = modes[modes.length - 1];
  if (top.rigs !== on)
    throw new PlanInputError([
      {
        path: "fleetCurtailments",
        given: `${asset} from ${from}: ${on - top.rigs} rigs in a power mode below the top one`,
        wanted: "rigs that are asleep or in the top mode",
        fix: "proto-fleet stops rigs whole; plan the fleet without powerModes, or use another writer",
      },
    ]);
  return ((of - on) * uptime * top.powerW * (1 - ROUNDING)) / 1000;
}

/** Within the interface's length, and still different for different keys. */
function short(key: string): string {
  if (key.length <= MOST_TEXT) return key;
  // FNV-1a, 32 bit.
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return `${key.slice(0, MOST_TEXT - 9)}#${(hash >>> 0).toString(16).padStart(8, "0")}`;
}
