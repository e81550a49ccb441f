/** The list of tariff parts, by their key in the connection: adding a part is one file, one line here, one test. */
import { coincidentPeak } from "./coincident-peak.ts";
import { contractedCapacity } from "./contracted-capacity.ts";
import { demandCharge } from "./demand-charge.ts";
import { exportCredits } from "./export-credits.ts";
import { energyTiers } from "./energy-tiers.ts";
import { fixedCharge } from "./fixed-charge.ts";
import { minimumBill } from "./minimum-bill.ts";
import { touDemandCharge } from "./tou-demand-charge.ts";
import { touEnergyCharge } from "./tou-energy-charge.ts";
import { touExportPrice } from "./tou-export-price.ts";

/** Declared in this order; `minimumBill` and `exportCredits` count what stands before them. */
export const tariffParts = {
  touEnergyCharge,
  touExportPrice,
  energyTiers,
  demandCharge,
  touDemandCharge,
  coincidentPeak,
  contractedCapacity,
  fixedCharge,
  minimumBill,
  exportCredits,
} as const;
