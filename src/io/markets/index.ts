/**
 * The list of markets, in the order in which their headings are tried. To add one, write its file and test and add a
 * line here.
 */
import { aemoMms } from "./aemo-mms.ts";
import { aemoRegion } from "./aemo-region.ts";
import { caiso } from "./caiso.ts";
import { ember } from "./ember.ts";
import { energiDataService } from "./energi-data-service.ts";
import { energyCharts } from "./energy-charts.ts";
import { entsoeCsv } from "./entsoe-csv.ts";
import { entsoeXml } from "./entsoe-xml.ts";
import { ercotDayAhead } from "./ercot-day-ahead.ts";
import { ercotRealTime } from "./ercot-real-time.ts";
import { gridstatus } from "./gridstatus.ts";
import { isoNeFiveMinutes } from "./iso-ne-five-minutes.ts";
import { isoNeSheet } from "./iso-ne-sheet.ts";
import { isoNe } from "./iso-ne.ts";
import type { Market } from "./market.ts";
import { misoRealTime } from "./miso-real-time.ts";
import { miso } from "./miso.ts";
import { nordPool } from "./nord-pool.ts";
import { nyiso } from "./nyiso.ts";
import { pjm } from "./pjm.ts";
import { plain } from "./plain.ts";
import { smard } from "./smard.ts";
import { spp } from "./spp.ts";

export const markets: readonly Market[] = [
  ercotDayAhead,
  ercotRealTime,
  caiso,
  pjm,
  miso,
  misoRealTime,
  nyiso,
  isoNe,
  isoNeFiveMinutes,
  isoNeSheet,
  spp,
  entsoeCsv,
  entsoeXml,
  nordPool,
  smard,
  energiDataService,
  ember,
  energyCharts,
  aemoRegion,
  aemoMms,
  gridstatus,
  plain,
];
