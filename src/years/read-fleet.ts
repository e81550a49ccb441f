import type { Fields } from "../finance/input/fields.ts";
import { monthNumber, monthText, readMonth } from "../finance/periods.ts";
import { positiveUsd, usd, share } from "../finance/input/fields.ts";
import { namelessAsset } from "./nameless-asset.ts";
import type { QuarterFields } from "./quarter-fields.ts";
import type { FleetModel } from "./years-model.ts";

const change = { above: -1, most: 10, unit: "share per year" };

export function readFleet(fields: Fields, calendar: QuarterFields): FleetModel {
  const fleet = {
    name: fields.text("asset"),
    path: fields.path,
    purchase: undefined,
    ...readTerms(fields, calendar.firstMonth),
  };
  fields.close();
  return fleet;
}

/** One fleet for each date of purchase, named with the date. Dates after the plan are left out. */
export function readRefresh(fields: Fields, calendar: QuarterFields): readonly FleetModel[] {
  const name = fields.text("name");
  const asset = namelessAsset(fields, "fleet");
  const priceUsd = fields.number("usdPerMw", positiveUsd);
  const priceChange = fields.number("changePerYear", change, 0);
  const months = fields.values("dates").map((given) => {
    if (typeof given === "string" && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(given)) return monthNumber(given);
    fields.fault("dates", "months such as 2028-04", "correct the list");
    return calendar.firstMonth;
  });
  const terms = months.map((month) => readTerms(fields, month));
  fields.close();
  return months.flatMap((month, i): FleetModel[] => {
    const quarter = Math.floor((month - calendar.firstMonth) / 3);
    if (quarter < 0 || quarter >= calendar.count) {
      fields.fault("dates", "months within the plan", `leave ${monthText(month)} out`);
      return [];
    }
    const usdPerMw = priceUsd * (1 + priceChange) ** (quarter / 4);
    const ownName = `${name} ${monthText(month)}`;
    return [
      {
        name: ownName,
        path: fields.path,
        purchase: { asset: { ...asset, name: ownName }, quarter, usdPerMw },
        ...terms[i],
      },
    ];
  });
}

function readTerms(fields: Fields, newInMonth: number): Omit<FleetModel, "name" | "path" | "purchase"> {
  const exits = fields.objects("exits").map((one) => {
    const exit = {
      way: one.choice("way", ["sell", "move", "scrap"] as const),
      usdPerMw: one.number("usdPerMw", usd),
      changePerYear: one.number("changePerYear", change, 0),
      mostMw: one.optionalNumber("mostMw", { least: 0, most: 1e5, unit: "MW" }) ?? Infinity,
    };
    one.close();
    return exit;
  });
  return {
    inServiceFrom: fields.has("inServiceFrom") ? monthNumber(readMonth(fields, "inServiceFrom")) : newInMonth,
    hashDecayPerYear: fields.number("hashDecayPerYear", { ...share, below: 1 }, 0),
    failuresPerYear: fields.number("failuresPerYear", { ...share, below: 1 }, 0),
    fixedOmUsdPerMwYear: fields.number("fixedOmUsdPerMwYear", positiveUsd, 0),
    exits: exits.length > 0 ? exits : [{ way: "scrap", usdPerMw: 0, changePerYear: 0, mostMw: Infinity }],
  };
}
