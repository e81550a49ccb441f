/** The list of tariff parts, by their key in the connection: adding a part is one file, one line here, one test. */
import { coincidentPeak } from "./coincident-peak.ts";
import { contractedCapacity } from "./contracted-capacity.ts";
import { demandCharge } from "./demand-charge.ts";
import { energyTiers } from "./energy-tiers.ts";
import { fixedCharge } from "./fixed-charge.ts";
import { minimumBill } from "./minimum-bill.ts";
import { touDemandCharge } from "./tou-demand-charge.ts";
import { touEnergyCharge } from "./tou-energy-charge.ts";

/** Declared in this order; `minimumBill` counts what stands before it. */
export const tariffParts = { touEnergyCharge, energyTiers, demandCharge, touDemandCharge, coincidentPeak, contractedCapacity, fixedCharge, minimumBill } as const;
