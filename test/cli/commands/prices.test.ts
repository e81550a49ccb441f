import { expect, it } from "vitest";
import { run } from "../../../src/cli/run.ts";
import { MemoryTerminal } from "../../support/memory-terminal.ts";

it("says what is in a price file", async () => {
  const terminal = new MemoryTerminal();
  terminal.files.set(
    "dam.csv",
    "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n" +
      "07/14/2026,01:00,HB_HOUSTON,21.5,N\n07/14/2026,02:00,HB_HOUSTON,-19,N\n",
  );
  expect(await run(["prices", "dam.csv", "--hub", "HB_HOUSTON"], terminal, () => 0)).toBe(0);
  expect(terminal.printed).toContain("HB_HOUSTON: 2 intervals");
  expect(terminal.printed).toContain("USD per MWh: least -19, median 21.5, greatest 21.5");
});
