import { readMarketPrices } from "../../io/read-market-prices.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";

export const addPrices: AddCommand = (program, { terminal, finish }) => {
  program
    .command("prices")
    .description("read a market price file and say what is in it")
    .argument("<file>", "CSV, JSON or XML of a market, or - for standard input")
    .option("--hub <location>", "the location to read, e.g. HB_HOUSTON")
    .action((file: string, { hub }: { readonly hub?: string }) => {
      const { prices, market, location, currency, notices } = readMarketPrices(
        terminal.read(file),
        hub === undefined ? {} : { location: hub },
      );
      const values = prices.map(({ perMwh }) => perMwh).toSorted((a, b) => a - b);
      const [first, last] = [prices[0], prices[prices.length - 1]];
      terminal.print(
        [
          `${market}${location === "" ? "" : `, ${location}`}: ${prices.length} intervals`,
          `from ${first.start}, the last from ${last.start} for ${last.minutes} minutes`,
          `${currency} per MWh: least ${values[0]}, median ${values[values.length >> 1]}, ` +
            `greatest ${values[values.length - 1]}`,
          ...notices.map((notice) => `note: ${notice}`),
        ].join("\n"),
      );
      finish(ExitCode.ok);
    });
};
