/** The headings of a table, found by name without regard to capitals, blanks and underscores. */
export class Header {
  readonly names: readonly string[];
  readonly #placeByName = new Map<string, number>();
  readonly #placeBySpelling = new Map<string, number>();

  constructor(fields: readonly string[]) {
    this.names = fields.map((field) => field.trim());
    this.names.forEach((name, i) => {
      setOnce(this.#placeByName, name.toLowerCase(), i);
      setOnce(this.#placeBySpelling, spellingOf(name), i);
    });
  }

  /** Number of headings without the blank ones at the end. */
  get width(): number {
    return this.names.findLastIndex((name) => name !== "") + 1;
  }

  /** Column of a heading, or -1: `Settlement Location` is also `SETTLEMENT_LOCATION` and `SettlementLocation`. */
  find(name: string): number {
    return this.#placeByName.get(name.toLowerCase()) ?? this.#placeBySpelling.get(spellingOf(name)) ?? -1;
  }

  /** First column whose heading matches, or -1. */
  findMatching(pattern: RegExp): number {
    return this.names.findIndex((name) => pattern.test(name));
  }

  /** Columns of the named headings, or undefined if one is missing. */
  all<const Names extends readonly string[]>(...names: Names): { readonly [K in keyof Names]: number } | undefined {
    const places = names.map((name) => this.find(name));
    return places.includes(-1) ? undefined : (places as unknown as { readonly [K in keyof Names]: number });
  }
}

/** A heading in lower case without blanks and underscores. */
export function spellingOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s_]+/g, "");
}

function setOnce(places: Map<string, number>, key: string, place: number): void {
  if (!places.has(key)) places.set(key, place);
}
