/** The headings of a table: found by name, without regard to case, blanks around them and byte order marks. */
export class Header {
  readonly names: readonly string[];
  readonly #placeByName = new Map<string, number>();

  constructor(fields: readonly string[]) {
    this.names = fields.map((field) => field.trim());
    this.names.forEach((name, i) => {
      const key = name.toLowerCase();
      if (!this.#placeByName.has(key)) this.#placeByName.set(key, i);
    });
  }

  /** Width without blank headings at the end. */
  get width(): number {
    return this.names.findLastIndex((name) => name !== "") + 1;
  }

  /** Column of a heading, or -1. */
  find(name: string): number {
    return this.#placeByName.get(name.toLowerCase()) ?? -1;
  }

  /** First column whose heading fits, or -1. */
  findLike(pattern: RegExp): number {
    return this.names.findIndex((name) => pattern.test(name));
  }

  /** Columns of headings, or undefined where one is missing. */
  all<const Names extends readonly string[]>(...names: Names): { readonly [K in keyof Names]: number } | undefined {
    const places = names.map((name) => this.find(name));
    return places.includes(-1) ? undefined : (places as unknown as { readonly [K in keyof Names]: number });
  }
}
