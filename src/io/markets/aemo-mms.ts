/**
 * AEMO tables of the Market Management System: rows tagged C (comment), I (headings of a table) and D (data), several
 * tables in a file. The reader uses the table TRADING or DISPATCH, PRICE. TRADINGPRICE has the lengths of
 * `aemo-clock.ts`. DISPATCHPRICE has five minutes; rows with INTERVENTION other than 0 (what-if runs) are ignored and
 * counted. A file that begins with a C row ends with one, END OF REPORT; if it is missing, the file was cut off.
 */
import { quoted } from "../fault-log.ts";
import { Clock } from "../series-rows.ts";
import { aemoStartMs, settlementDate, tradingMinutes } from "./aemo-clock.ts";
import { type Market, placeIn } from "./market.ts";

export const aemoMms: Market = {
  id: "aemo-mms",
  headings: "I, DISPATCH or TRADING, PRICE, SETTLEMENTDATE, REGIONID, RRP",
  needs: [["I"], ["PRICE"], ["SETTLEMENTDATE"], ["REGIONID"], ["RRP"]],
  hasTitle: true,
  timeZone: "+10:00",
  currency: "AUD",

  open(header, sink, _, before) {
    const columns = header.all("I", "PRICE", "SETTLEMENTDATE", "REGIONID", "RRP");
    const [, table = ""] = header.names;
    if (!columns || columns[0] !== 0 || columns[1] !== 2 || !["TRADING", "DISPATCH"].includes(table)) return undefined;
    const [, , settled, region, price] = columns;
    const intervention = header.find("INTERVENTION");
    const isReport = before[0]?.[0] === "C";
    let isEnded = false;
    const end = settlementDate(header, settled, sink);
    return {
      width: Math.max(settled, region, price, intervention) + 1,
      isOutsideTable(fields) {
        isEnded = fields[0] === "C" && /^END OF REPORT$/i.test(fields[1]?.trim() ?? "");
        if (fields[0] === "C") return true;
        const isTable = fields[1] === table && fields[2] === "PRICE";
        if (fields[0] === "I" && isTable && fields.some((heading, i) => heading.trim() !== (header.names[i] ?? ""))) {
          sink.faults.add(
            { line: 0 },
            `the table ${table}, PRICE again with other headings`,
            "one layout",
            "read the files separately",
          );
        }
        return fields[0] === "I" || (fields[0] === "D" && fields.length > 2 && !isTable);
      },
      row(fields, line) {
        if (fields[0] !== "D") {
          sink.addStampFault(placeIn(header, line, 0), fields[0], "a row tagged C, I or D");
          return;
        }
        if (!sink.isSelected(fields[region].trim())) return;
        if (intervention >= 0 && fields[intervention].trim() !== "0") {
          if (/^\s*[1-9]\d*\s*$/.test(fields[intervention])) sink.countIgnored("INTERVENTION other than 0");
          else sink.addStampFault(placeIn(header, line, intervention), fields[intervention], "0 or 1");
          return;
        }
        const endMs = end.msIn(fields, line);
        const minutes = table === "DISPATCH" ? 5 : tradingMinutes(endMs);
        if (!Number.isNaN(endMs))
          sink.add(aemoStartMs(endMs, minutes), Clock.utc, minutes, fields[price], placeIn(header, line, price));
      },
      end() {
        if (isReport && !isEnded)
          sink.faults.add(
            { line: 0 },
            `no row ${quoted("C,END OF REPORT")} at the end`,
            "a whole report",
            "the file was cut off; load it again",
          );
      },
    };
  },
};
