import type { ColumnBlock, RowBlock } from "./block.ts";

/**
 * A limit the user set, whose price the result reports per unit of the block: a power's per MW, also where the field
 * counts sets or rigs or gives a share of a capacity.
 */
export interface Limit {
  /** The input field that sets it, e.g. `importLimitMw`. */
  readonly limit: string;
  /** The limit is the upper bounds of these columns or rows. */
  readonly block: ColumnBlock | RowBlock;
  /** The value as the user wrote it, where the bound is another: a cap net of what was used before. */
  readonly given?: number | undefined;
  /** What the field counts, if its unit is not that of the block. Absent: the two are the same. */
  readonly field?: LimitField | undefined;
}

/** What a field counts that sets a limit of another unit. */
export interface LimitField {
  /** e.g. `sets`; `1` for a share. */
  readonly unit: string;
  /** Only whole numbers. Default false. */
  readonly isWhole?: boolean;
  /** The greatest value the field takes. Default: none. */
  readonly most?: number;
  /** Its path below the asset, where the limit goes by another name. */
  readonly path?: string;
}

/** The path of the field below the asset. */
export function fieldPath({ limit, field }: Pick<Limit, "limit" | "field">): string {
  return field?.path ?? limit;
}
