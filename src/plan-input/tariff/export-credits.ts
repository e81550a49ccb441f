// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/**
 * Credits for exported energy that offset charges of the same month and are carried to later months, not paid out: net
 * billing.
 */
export interface ExportCreditsInput {
  /** Fields of the connection whose charges credits offset; default those on energy. */
  readonly offsets?: readonly string[] | undefined;
  /**
   * Worth of a USD of credit left at the plan's end; 0 where it will not be used.
   * Limits: >= 0, <= 1.
   */
  readonly leftShare: number;
  /** When credits end; default they do not. */
  readonly trueUp?:
    | {
        /**
         * Last calendar month of the credit year.
         * Limits: >= 1, <= 12.
         */
        readonly month: number;
        /**
         * Share of the credit left then that is paid out.
         * Limits: >= 0, <= 1.
         */
        readonly paidShare: number;
      }
    | undefined;
}
