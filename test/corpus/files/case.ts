/** An input that failed once, as a function of its size, with its expected outcome. */
export interface CorpusCase {
  /** Description of the input and of its failure. */
  readonly name: string;
  /** Size of the text in the unit of the case. It is replayed at this size and at a quarter of it. */
  readonly size: number;
  readonly make: (size: number) => string;
  readonly read: (text: string) => unknown;
  /** Words of the error message; absent if the text is valid. */
  readonly refused?: string;
  /** Expected result; absent if the text is invalid. */
  readonly answer?: unknown;
}
