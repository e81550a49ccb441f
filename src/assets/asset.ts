/**
 * The protocol of every asset. An asset is one folder that says what the user may write (`schema`, run only by
 * `input/`), which columns, rows and costs that means (`declare`, `link`), and how the answer reads (`read`). Shared
 * code asks an asset for a property and never for its name.
 */
import type * as z from "zod";
import type { ColumnBlock } from "../model/block.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import type { Warning } from "../model/warning.ts";
import type { TimeGrid } from "../time/time-grid.ts";
import type { AssetSize } from "./asset-size.ts";
import type { Resolved } from "./fields/fields.ts";
import type { WholeUnits } from "./limits/whole-units.ts";
import type { AssetPorts, SitePorts } from "./ports/site-ports.ts";
import type { RuleDispatch } from "./rule-dispatch.ts";

/**
 * What an asset is to the counterfactual: the grid connection takes the AI-only import limit, AI loads always stay,
 * on-site assets and contracts stay where the input says so, mining never does. A contract has no power of its own: it
 * changes what another asset's power costs or may be.
 */
export type AssetRole = "connection" | "ai-load" | "on-site" | "contract" | "mining";

/** What every asset reports. Units stand in the names of series and totals. */
export interface AssetReading {
  /** The kind of the asset. */
  readonly kind: string;
  /** What the asset is to the AI-only site. */
  readonly role: AssetRole;
  /** Net power given to the site bus in each interval, MW; negative for loads. Over all assets it sums to zero. */
  readonly netBusMw: Float64Array;
  /** One value per interval; powers are means over the interval, states are at its end. */
  readonly series: Readonly<Record<string, Float64Array>>;
  /** Sums and extremes over the plan. */
  readonly totals: Readonly<Record<string, number>>;
  /** AI loads: what was asked for, served and not served. */
  readonly service?: {
    /** Energy asked for. */
    readonly demandMwh: number;
    /** Energy served. */
    readonly servedMwh: number;
    /** Energy asked for and not served. */
    readonly unservedMwh: number;
  };
  /** AI loads with power modes: what throttling did. */
  readonly throttling?: ThrottlingFigures;
  /** Backup generation: what it burnt. */
  readonly backup?: BackupFigures;
  /** Connections with an emission factor: CO2 of the power imported in each interval, t, and the factor, t/MWh. */
  readonly importCo2T?: Float64Array;
  /** Emission factor of the grid in each interval. */
  readonly gridTPerMwh?: Float64Array;
  /** Storage: its energy and the CO2 it held before the plan, t; undefined where the state does not say how much. */
  readonly storage?: {
    /** Energy in store at the start. */
    readonly initialMwh: number;
    /** Energy in store at the end of each interval. */
    readonly storedMwh: Float64Array;
    /** CO2 content of that energy at the start. */
    readonly initialCo2T: number | undefined;
  };
  /** Sentences the reader should know that only the answer shows. */
  readonly notices?: readonly string[];
  /** What of the answer may mislead or cost the reader. */
  readonly warnings?: readonly Warning[];
  /** This asset's part of `endState`, in the shape its `initialState` takes. Absent where it has no memory. */
  readonly endState?: Readonly<Record<string, unknown>>;
}

/** What throttling an AI load did over the plan. */
export interface ThrottlingFigures {
  /** Energy not drawn. */
  readonly throttledMwh: number;
  /** Work not done for it, as the energy it would take at full power; 0 where the work is only done later, or unsold. */
  readonly lostThroughputMwh: number;
  /** Price of that work, its revenue not counted. */
  readonly lostThroughputUsd: number;
}

/** What backup generation did over the plan. */
export interface BackupFigures {
  /** Energy generated. */
  readonly energyMwh: number;
  /** By the program's fuel curve. */
  readonly fuelL: number;
  /** Hours of running sets, by the program. */
  readonly unitHours: number;
  /** Fuel and O&M. */
  readonly costUsd: number;
  /** CO2 of the fuel. */
  readonly co2T: number;
  /** As whole sets would run. */
  readonly asRun: WholeUnits & {
    /** Fuel burnt. */
    readonly fuelL: number;
    /** CO2 of the fuel. */
    readonly co2T: number;
  };
}

/** What `declare` returns. */
export interface Declaration<Declared> {
  /** What later steps need to know of the asset's own columns and rows. */
  readonly handles: Declared;
  /** What other assets see of it; absent where they see nothing. */
  readonly ports?: AssetPorts;
}

/**
 * The second pass, `link`, runs once all assets are declared: it adds what depends on other assets, which it sees by
 * their ports alone. So the order of the assets never matters. Where it returns handles, they take the place of those
 * of `declare`. A kind whose `declare` does not return the final handles has to have a `link` that does.
 *
 * NB: methods, since only their parameters may be narrower than those of `AnyAssetKind`.
 */
type Linking<Spec, State, Declared, Handles> = [Declared] extends [Handles]
  ? {
      link?(
        spec: Spec,
        initial: State | undefined,
        declared: Declared,
        ports: SitePorts,
        site: SiteModel,
      ): Handles | void;
    }
  : { link(spec: Spec, initial: State | undefined, declared: Declared, ports: SitePorts, site: SiteModel): Handles };

/**
 * A kind of asset. `Handles` is what `read`, `rule` and `settle` receive, `Declared` what `link` makes them of; by
 * default they are the same.
 */
export type AssetKind<
  Kind extends string,
  Schema extends z.ZodType,
  State extends z.ZodType,
  Handles,
  Reading extends AssetReading,
  Declared = Handles,
> = KindParts<Kind, Schema, State, Handles, Reading, Declared> &
  Linking<Resolved<z.output<Schema>>, z.output<State>, Declared, Handles>;

interface KindParts<
  Kind extends string,
  Schema extends z.ZodType,
  State extends z.ZodType,
  Handles,
  Reading extends AssetReading,
  Declared,
> {
  readonly kind: Kind;
  readonly role: AssetRole;
  /** What the user writes for one asset of this kind; a strict object with `kind` and `name`. */
  readonly schema: Schema;
  /** What stands under the asset's name in `initialState`. */
  readonly stateSchema: State;
  /** Refuses an `initialState` entry that is missing. Absent: the kind can start without one. */
  readonly stateRequired?: boolean;
  /**
   * Checks that need several fields at once; runs at the edge after the curves are resolved. NB: of a faulty horizon
   * the curves hold their values as given, at no common times.
   */
  check?(spec: Resolved<z.output<Schema>>, initial: z.output<State> | undefined, report: FaultReport): void;
  /**
   * Adds the asset's columns, rows and costs to the model; returns what `link` needs of them, and the asset's ports.
   */
  declare(
    spec: Resolved<z.output<Schema>>,
    initial: z.output<State> | undefined,
    site: SiteModel,
  ): Declaration<Declared>;
  /**
   * Where optima are equal and differ only in how money is booked, moves columns to the values that they stand for. The
   * certificate is that of the moved point.
   */
  settle?(handles: Handles, solved: SolvedSite): void;
  read(
    spec: Resolved<z.output<Schema>>,
    initial: z.output<State> | undefined,
    handles: Handles,
    solved: SolvedSite,
  ): Reading;
  /** How this asset behaves under the usual threshold rule (see `rule-dispatch.ts`). */
  rule?(
    spec: Resolved<z.output<Schema>>,
    initial: z.output<State> | undefined,
    handles: Handles,
    site: SiteModel,
  ): RuleDispatch;
  /**
   * Why an asset of this spec cannot have come to the state it starts the plan in, in words; undefined where it can.
   */
  impossibleState?(
    spec: Resolved<z.output<Schema>>,
    initial: z.output<State> | undefined,
    time: TimeGrid,
  ): string | undefined;
  /**
   * The same asset in a plan of a part of its span: what refers to the start of the span (`initial` is the state there)
   * is stated in figures. Absent: nothing does.
   */
  inWindow?(spec: Resolved<z.output<Schema>>, initial: z.output<State> | undefined): Resolved<z.output<Schema>>;
  /** The sizes that `wattsplit/sizing` may choose, by name. Absent: the asset has none. */
  readonly sizes?: Readonly<Record<string, AssetSize<Resolved<z.output<Schema>>, z.output<State>>>>;
  /** `contract` only: sells flexibility or reserves. Default false. */
  readonly sellsReserves?: boolean;
  /**
   * Decisions that can be taken before it is known which scenario comes, by name, and their columns; see
   * `uncertainty/here-and-now.ts`. Absent: the asset decides nothing ahead.
   */
  hereAndNow?(handles: Handles): Readonly<Record<string, readonly ColumnBlock[]>>;
  /**
   * The same asset at a share of its size, 0 < share: every amount of power, money and work that grows with the size is
   * multiplied, and what it does per MW is unchanged. Absent: the size cannot be divided.
   */
  resized?(spec: Resolved<z.output<Schema>>, share: number): Resolved<z.output<Schema>>;
  /** `mining` only: facility power with every rig at its highest mode, uptime included, MW. */
  fullMw?(spec: Resolved<z.output<Schema>>): number;
  /** `mining` only: the same fleet of which a share of the rigs runs, each at a share of its hashrate at equal power. */
  aged?(spec: Resolved<z.output<Schema>>, runningShare: number, hashShare: number): Resolved<z.output<Schema>>;
  /** `connection` only: the same connection with another import limit. */
  withImportLimitMw?(spec: Resolved<z.output<Schema>>, limitMw: Float64Array): Resolved<z.output<Schema>>;
  /** `connection` only: the import limit, MW per interval. */
  importLimitMw?(spec: Resolved<z.output<Schema>>): Float64Array;
  /** What the asset may give the site at most, MW. Absent: nothing. */
  mostSupplyMw?(spec: Resolved<z.output<Schema>>): number;
  /** The most that a load asks for, MW at the site bus, where a field says so in MW. */
  mostDemandMw?(spec: Resolved<z.output<Schema>>): { readonly field: string; readonly mw: number } | undefined;
  /** `contract` only: the contract as the AI-only site has it; undefined where that has none. */
  forAiOnly?(spec: Resolved<z.output<Schema>>): Resolved<z.output<Schema>> | undefined;
  /** `contract` only: calls that are announced to the site before they begin. Absent: none. */
  calls?(spec: Resolved<z.output<Schema>>): readonly AnnouncedCall<Resolved<z.output<Schema>>>[];
  /**
   * `ai-load` only: the same load with `share` of its demand free to move within its local day. Absent: not flexible.
   */
  withFlexibleShare?(spec: Resolved<z.output<Schema>>, share: number): Resolved<z.output<Schema>>;
  /** `ai-load` only: the same load always at full power; undefined where it has no power modes. Absent: never has. */
  withoutThrottling?(spec: Resolved<z.output<Schema>>): Resolved<z.output<Schema>> | undefined;
}

/** A call by its place below the asset, and what is known without it. */
export interface AnnouncedCall<Spec> {
  /** `calls[0]` */
  readonly path: string;
  /** UTC epoch milliseconds. */
  readonly startMs: number;
  readonly noticeHours: number;
  /** The asset as it would be without the call. */
  readonly without: Spec;
}

/** Any kind, for code that asks for properties only. */
export type AnyAssetKind = AssetKind<string, z.ZodType, z.ZodType, unknown, AssetReading>;

/**
 * Reports one fault at `path` below the asset, e.g. `report("minStoredMwh", "80", "at most energyMwh = 50", "...")`. A
 * suspicion of a mistaken unit is dropped where the input's `unitsAsStated` lists that path.
 */
export type FaultReport = (path: string, given: string, wanted: string, fix: string, isSuspicion?: boolean) => void;

/** An asset as it leaves the edge: validated, every curve resolved. */
export interface PlannedAsset {
  readonly kind: string;
  readonly name: string;
  /** Path in the input, e.g. `assets[3]`, for messages. */
  readonly path: string;
  /** Output of the kind's schema with curves resolved. */
  readonly spec: unknown;
  /** Output of the kind's state schema; absent where the input gave none. */
  readonly initial: unknown;
}
