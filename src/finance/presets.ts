/**
 * Leases and notes of public companies, dated, each with its source and whether that is press or a filing. None of them
 * enters a model by itself. Figures of contracts in the press are those of announcements: rounded, and without the
 * terms.
 */

export interface LeasePreset {
  readonly tenantAndSite: string;
  readonly itMw: number;
  readonly years: number;
  readonly totalUsd: number;
  /** Absent where no escalator is reported. */
  readonly escalatorPerYear?: number;
  /** Net operating income, USD: a year's average, or over the term. */
  readonly noiUsdPerYear?: number;
  readonly noiTotalUsd?: number;
  /** What the tenant owes, in the words of the source. */
  readonly terms: string;
  readonly evidence: "press" | "filing";
  readonly source: string;
  /** Date of the source, or the month in which it was read. */
  readonly asOf: string;
}

export interface DebtPreset {
  readonly issuer: string;
  readonly kind: "notes" | "convertible" | "delayed-draw";
  readonly amountUsd: number;
  /** Coupon per year as a share; absent where it floats. */
  readonly ratePerYear?: number;
  readonly maturityYear: number;
  readonly terms: string;
  readonly evidence: "press" | "filing";
  readonly source: string;
  readonly asOf: string;
}

/** Leases of AI capacity at mining sites, as read in November 2026. */
export const leases2026_11 = {
  beaconPoint: {
    tenantAndSite: "Hut 8, Beacon Point",
    itMw: 352,
    years: 15,
    totalUsd: 9.8e9,
    escalatorPerYear: 0.03,
    noiUsdPerYear: 655e6,
    terms: "triple net, take-or-pay; energised Q1 2027, first hall Q3 2027",
    evidence: "press",
    source: "letsdatascience; a copy of Reuters at twimm.cz; gate.tv",
    asOf: "2026-11",
  },
  riverBend: {
    tenantAndSite: "Hut 8, River Bend",
    itMw: 245,
    years: 15,
    totalUsd: 7e9,
    escalatorPerYear: 0.03,
    noiTotalUsd: 6.9e9,
    terms: "triple net; project debt of up to 85 % of cost",
    evidence: "press",
    source: "finanzen.at; the escalator and the term are those of the lease at Beacon Point",
    asOf: "2026-11",
  },
} as const satisfies Readonly<Record<string, LeasePreset>>;

/** Debt of miners that turn to AI, as read in November 2026. */
export const debts2026_11 = {
  cipherCompute2030: {
    issuer: "Cipher Compute",
    kind: "notes",
    amountUsd: 1.733e9,
    ratePerYear: 0.07125,
    maturityYear: 2030,
    terms: "senior secured, 1.4 bn and a tap of 0.333 bn",
    evidence: "filing",
    source: "sec.gov, dp237816",
    asOf: "2026-11",
  },
  wulfCompute2030: {
    issuer: "WULF Compute",
    kind: "notes",
    amountUsd: 3.2e9,
    ratePerYear: 0.0775,
    maturityYear: 2030,
    terms:
      "senior secured; interest in April and October from 2026-04, call from 2027-10-15, amortisation per building " +
      "from completion, 101 % at a change of control",
    evidence: "press",
    source: "idcnova; stocktitan",
    asOf: "2026-11",
  },
  fluidstackVenture: {
    issuer: "venture with Fluidstack",
    kind: "notes",
    amountUsd: 1.275e9,
    ratePerYear: 0.08,
    maturityYear: 2031,
    terms:
      "amortisation 19 M (2026) to 85 M (2031), 700 M left; 50 % cash sweep; " +
      "guarantee of the tenant's backer 1.3 bn falling to 742 M",
    evidence: "press",
    source: "blockspace.media; reportify",
    asOf: "2026-11",
  },
  terawulfConvertible2031: {
    issuer: "TeraWulf",
    kind: "convertible",
    amountUsd: 1e9,
    ratePerYear: 0.01,
    maturityYear: 2031,
    terms: "convertible senior notes",
    evidence: "press",
    source: "VanEck ChainCheck, as reported in the press",
    asOf: "2025-10",
  },
  coreweaveDelayedDraw2032: {
    issuer: "CoreWeave",
    kind: "delayed-draw",
    amountUsd: 8.5e9,
    maturityYear: 2032,
    terms: "delayed-draw term loan at SOFR + 2.25 % or a fixed rate in the high 5 %",
    evidence: "press",
    source: "TheEnergyMag",
    asOf: "2026-10",
  },
} as const satisfies Readonly<Record<string, DebtPreset>>;

/**
 * Terms of IREN's convertible notes with a capped call; the page names 2031, the last sale price dates from 2025-06-10.
 */
export const irenCappedCall = {
  sharesPer1000: 73.3229,
  lastSalePriceUsd: 10.49,
  capPriceUsd: 20.98,
  evidence: "press",
  source: "edgen.tech",
  asOf: "2025-06-10",
} as const;
