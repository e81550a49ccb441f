import { MS_PER_HOUR, type TimeGrid, yearSpans } from "./time-grid.ts";

/**
 * How a look-ahead, intervals `[from, to)` of a span, shares out what is left of a budget: fuel, hours, a yearly cap.
 * It may spend the share of it that its length is of the time for which the budget must last,
 *
 *     share = |[from, to) and [first, end)| / |[from, span's end) and [first, end)|
 *
 * with `[first, end)` the intervals that the budget is for. `release` multiplies the share, for emergencies; the share
 * is at most 1, and is 1 where the look-ahead reaches the end of the budget.
 */
export class BudgetPace {
  readonly #span: TimeGrid;
  readonly #from: number;
  readonly #to: number;
  readonly #release: number;
  #isBinding = false;

  constructor(span: TimeGrid, from: number, to: number, release = 1) {
    this.#span = span;
    this.#from = from;
    this.#to = to;
    this.#release = release;
  }

  /** Whether some budget was shared out: a plan without the pace may differ. */
  get isBinding(): boolean {
    return this.#isBinding;
  }

  /** The same look-ahead with `release` times as much of every budget. */
  released(release: number): BudgetPace {
    return new BudgetPace(this.#span, this.#from, this.#to, release);
  }

  /** Share of what is left of a budget for the intervals from now to before `end`; default the span's end. */
  share(end = this.#span.count): number {
    return this.#shareOf(0, Math.min(end, this.#span.count));
  }

  /** The same for a budget whose time ends at an instant. */
  shareUntil(endMs: number): number {
    const { startMs, stepHours } = this.#span;
    return this.share(Math.ceil((endMs - startMs) / (stepHours * MS_PER_HOUR)));
  }

  /** The same for a budget of a calendar year of the site. */
  shareOfYear(year: number): number {
    const own = yearSpans(this.#span).find((span) => span.year === year);
    return own ? this.#shareOf(own.from, own.to) : 1;
  }

  #shareOf(first: number, end: number): number {
    const begin = Math.max(this.#from, first);
    const planned = Math.min(this.#to, end) - begin;
    const left = end - begin;
    const share = planned > 0 && left > 0 ? Math.min(1, (this.#release * planned) / left) : 1;
    if (share < 1) this.#isBinding = true;
    return share;
  }
}
