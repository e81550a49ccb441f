/** The list of tariff parts, by their key in the connection: adding a part is one folder, one line here, one test. */
import { coincidentPeak } from "./coincident-peak/index.ts";
import { contractedCapacity } from "./contracted-capacity/index.ts";
import { demandCharge } from "./demand-charge/index.ts";
import { exportCredits } from "./export-credits/index.ts";
import { energyTiers } from "./energy-tiers/index.ts";
import { fixedCharge } from "./fixed-charge/index.ts";
import { minimumBill } from "./minimum-bill/index.ts";
import { netMetering } from "./net-metering/index.ts";
import { touDemandCharge } from "./tou-demand-charge/index.ts";
import { touEnergyCharge } from "./tou-energy-charge/index.ts";
import { touExportPrice } from "./tou-export-price/index.ts";

/**
 * Declared in this order; `netMetering` asks for the prices before it, `energyTiers` count the volume net of
 * it, `minimumBill` and `exportCredits` count what stands before them.
 */
export const tariffParts = {
  touEnergyCharge,
  touExportPrice,
  netMetering,
  energyTiers,
  demandCharge,
  touDemandCharge,
  coincidentPeak,
  contractedCapacity,
  fixedCharge,
  minimumBill,
  exportCredits,
} as const;
