/** An asset with another size: what `AssetSize.at` gives. */
export interface SizedAsset<Spec, State> {
  readonly spec: Spec;
  readonly initial: State | undefined;
}

/**
 * One size of a kind of asset that `wattsplit/sizing` may choose, e.g. the energy of a battery. The kind says only what
 * the asset is at another size. How its limits scale follows: sizing builds the site at several sizes, takes the
 * difference of every limit, and refuses a size whose limits are not straight lines or which changes a coefficient.
 *
 * NB: methods, since only their parameters may be narrower than those of any kind.
 */
export interface AssetSize<Spec, State> {
  readonly unit: string;
  /** The fields that scale; two choices of one asset may not share any. */
  readonly scales: readonly string[];
  /** What the unit counts in whole pieces of so many units, e.g. a genset of 2 MW; absent where it is continuous. */
  piece?(spec: Spec): number;
  /** The size as the input has it. */
  of(spec: Spec): number;
  /**
   * The asset at this size. Its fields that scale, and its state at the start, keep their proportions, so a battery
   * that begins half full does so at every size. Undefined: the site without it, where a size of 0 leaves no asset.
   */
  at(spec: Spec, initial: State | undefined, size: number): SizedAsset<Spec, State> | undefined;
}
