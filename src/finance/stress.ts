/**
 * Stress tests on cash lines. The debt stays as it was sized; cash, tax and waterfall run again. Dispatch does not: a
 * plan would shed rigs that lose money, so a stress on hashprice or power is an upper bound on the loss.
 *
 *     hashprice  usd (1 + change)              difficulty  usd / (1 + change)
 *     halving    usd (fees + (1 - fees) / 2)   output      usd (1 - z sigma)
 */
import type { CashDriver, CashLine } from "./cash-line.ts";
import { type LoanFrame, readPeriod } from "./debt/loan-life.ts";
import { exceedanceFactor } from "./exceedance.ts";
import type { Fields } from "./input/fields.ts";
import { share } from "./input/fields.ts";
import { monthsOf } from "./periods.ts";

export interface Stress {
  readonly name: string;
  /** Change of the hashprice as a share, e.g. -0.3. For lines with the driver `hashprice`. */
  readonly hashpriceChange?: number;
  /** Change of the difficulty, e.g. 0.2: the same hashrate earns 1 / 1.2. For lines with the driver `hashprice`. */
  readonly difficultyChange?: number;
  /** Block subsidy halved from a period on; fees stay. For lines with the driver `hashprice`. */
  readonly halving?: {
    readonly from: string;
    /** Share of fees in the reward before the halving. Default 0. */
    readonly feeShare?: number;
  };
  /** Change of the power price, e.g. 0.5. For lines with the driver `power-price`. */
  readonly powerChange?: number;
  /** Contracted lines that a tenant stops paying. */
  readonly tenantDefault?: {
    readonly from: string;
    /** Names of the lines. Default: every contracted line. */
    readonly lines?: readonly string[];
    /** Share of the amounts that is still received (guarantor, new tenant). Default 0. */
    readonly receivedShare?: number;
  };
  /** Operation starts later by this many months; debt service does not. Parts of a period are shared linearly. */
  readonly delayMonths?: number;
  /** Output at a probability of exceedance. For lines with the driver `output`. */
  readonly output?: {
    readonly sigma: number;
    /** Default 0.9. */
    readonly probability?: number;
  };
}

/** The stress tests that lenders to miners ask for. `from` is the period of the halving and of the tenant's default. */
export function usualStresses(from: string): readonly Stress[] {
  return [
    { name: "hashprice -30 %", hashpriceChange: -0.3 },
    { name: "difficulty +20 %", difficultyChange: 0.2 },
    { name: "halving", halving: { from } },
    { name: "tenant default", tenantDefault: { from } },
    { name: "power +50 %", powerChange: 0.5 },
    { name: "delay of 6 months", delayMonths: 6 },
  ];
}

export function readStress(fields: Fields, frame: LoanFrame): Stress {
  const change = { above: -1, most: 10, unit: "share, e.g. -0.3" };
  const halving = fields.optional("halving");
  const tenant = fields.optional("tenantDefault");
  const output = fields.optional("output");
  const numbers = Object.fromEntries(
    (["hashpriceChange", "difficultyChange", "powerChange"] as const).flatMap((key) =>
      fields.has(key) ? [[key, fields.number(key, change)]] : [],
    ),
  );
  const stress: Stress = {
    name: fields.text("name"),
    ...numbers,
    ...(halving && {
      halving: {
        from: frame.labels[readPeriod(halving, "from", frame)],
        feeShare: halving.number("feeShare", share, 0),
      },
    }),
    ...(tenant && {
      tenantDefault: {
        from: frame.labels[readPeriod(tenant, "from", frame)],
        ...(tenant.has("lines") && { lines: readNames(tenant) }),
        receivedShare: tenant.number("receivedShare", share, 0),
      },
    }),
    ...(fields.has("delayMonths") && {
      delayMonths: fields.number("delayMonths", { least: 1, most: 120, isWhole: true, unit: "months" }),
    }),
    ...(output && {
      output: {
        sigma: output.number("sigma", share),
        probability: output.number("probability", { above: 0, below: 1 }, 0.9),
      },
    }),
  };
  for (const part of [fields, halving, tenant, output]) part?.close();
  return stress;
}

function readNames(fields: Fields): string[] {
  const names: string[] = [];
  for (const name of fields.values("lines")) {
    if (typeof name === "string") names.push(name);
    else fields.fault("lines", "a list of names of lines", "write the names as in input.lines");
  }
  return names;
}

/** The lines under a stress, and what it changed in a sentence. */
export function stressedCash(
  stress: Stress,
  lines: readonly CashLine[],
  frame: LoanFrame,
): { readonly lines: readonly CashLine[]; readonly detail: string } {
  const done: string[] = [];
  let changed = lines;
  const scale = (what: string, applies: (line: CashLine) => boolean, factor: number, from = 0): void => {
    const count = changed.filter(applies).length;
    done.push(count === 0 ? `${what}: changes no line` : `${what}: ${count} ${count === 1 ? "line" : "lines"}`);
    changed = changed.map((line) =>
      applies(line) ? { ...line, usd: line.usd.map((usd, t) => (t < from ? usd : usd * factor)) } : line,
    );
  };
  const isDriven = (by: CashDriver) => (line: CashLine) => line.driver === by;
  const { hashpriceChange, difficultyChange, halving, powerChange, tenantDefault, delayMonths, output } = stress;
  if (hashpriceChange !== undefined) {
    scale(`hashprice ${percent(hashpriceChange)}`, isDriven("hashprice"), 1 + hashpriceChange);
  }
  if (difficultyChange !== undefined) {
    scale(`difficulty ${percent(difficultyChange)}`, isDriven("hashprice"), 1 / (1 + difficultyChange));
  }
  if (halving) {
    const fees = halving.feeShare ?? 0;
    scale(
      `halving from ${halving.from}`,
      isDriven("hashprice"),
      fees + (1 - fees) / 2,
      frame.labels.indexOf(halving.from),
    );
  }
  if (powerChange !== undefined) scale(`power ${percent(powerChange)}`, isDriven("power-price"), 1 + powerChange);
  if (tenantDefault) {
    const { from, lines: names, receivedShare = 0 } = tenantDefault;
    const applies = ({ kind, name }: CashLine): boolean => (names ? names.includes(name) : kind === "contracted");
    scale(`tenant default from ${from}`, applies, receivedShare, frame.labels.indexOf(from));
  }
  if (output) scale("output", isDriven("output"), exceedanceFactor(output.sigma, output.probability ?? 0.9));
  if (delayMonths !== undefined) {
    const delay = delayMonths / monthsOf(frame.periods.every);
    changed = changed.map((line) => ({ ...line, usd: delayed(line.usd, frame.operationFrom, delay) }));
    done.push(`operation starts ${delayMonths} months later, debt service does not`);
  }
  return { lines: changed, detail: done.join("; ") || "nothing is changed" };
}

/**
 * Amounts of operation move by `delay` periods; what leaves the last period is lost. A part f of a period gives a
 * period (1 - f) of the amount that moves into it and f of the one before.
 */
function delayed(usd: readonly number[], from: number, delay: number): number[] {
  const whole = Math.floor(delay);
  const part = delay - whole;
  const moved = (t: number): number => (t < from ? 0 : usd[t]);
  return usd.map((amount, t) => (t < from ? amount : (1 - part) * moved(t - whole) + part * moved(t - whole - 1)));
}

function percent(change: number): string {
  return `${change > 0 ? "+" : ""}${(100 * change).toFixed(0)} %`;
}
