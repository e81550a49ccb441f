/** One input that once failed, by its size, and what must come of it. */
export interface CorpusCase {
  /** What it is, and what it did. */
  readonly name: string;
  /** Of the text, in the unit of the case; it is replayed at this size and at a quarter of it. */
  readonly size: number;
  readonly make: (size: number) => string;
  readonly read: (text: string) => unknown;
  /** Words of the refusal; absent where it is read. */
  readonly refused?: string;
  /** What is read; absent where it is refused. */
  readonly answer?: unknown;
}
