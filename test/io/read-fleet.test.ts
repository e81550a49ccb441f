import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listRigs } from "../../src/catalogue/rigs.ts";
import { readFleet } from "../../src/io/read-fleet.ts";
import { bitcoin, grid, horizon } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

describe("readFleet", () => {
  // 5,000 S21 XP at 3,645 W (270 TH/s x 13.5 J/TH) and 200 S19 at 3,250 W: 18.225 + 0.65 MW.
  it("reads models and numbers at the catalogue's figures", () => {
    const fleet = readFleet(
      "\uFEFFModel;Quantity;Location\r\nBitmain Antminer S21-XP;5000;Hall 1\r\n\r\ns19;200;Hall 2\r\n",
    );
    expect(fleet).toEqual({
      assets: [
        { kind: "mining-fleet", name: "Antminer S21 XP", rig: "Antminer S21 XP", rigs: 5000 },
        { kind: "mining-fleet", name: "Antminer S19", rig: "Antminer S19", rigs: 200 },
      ],
      rigs: 5200,
      powerMw: expect.closeTo(18.875, 12) as number,
      notices: ['nothing is read from "Location".'],
    });
  });

  it("takes a rig's own figures, joins equal rigs and says so", () => {
    const { assets, notices } = readFleet(
      "model,count,Power (kW),TH/s\nAntminer S19j Pro,10,3.1,104\nAntminer S19j Pro,20,,\nS19j Pro,5,3.1,104\n",
    );
    expect(assets).toEqual([
      {
        kind: "mining-fleet",
        name: "Antminer S19j Pro 3100 W 104 TH/s",
        rig: { powerW: 3100, hashrateThPerS: 104 },
        rigs: 15,
      },
      { kind: "mining-fleet", name: "Antminer S19j Pro", rig: "Antminer S19j Pro", rigs: 20 },
    ]);
    expect(notices).toEqual(["Antminer S19j Pro 3100 W 104 TH/s: lines 2, 4 are one fleet of 15 rigs."]);
  });

  // 195 TH/s at the S21's 17.5 J/TH draw 3,412.5 W.
  it("reckons the power of a bin by the catalogue's efficiency, and says so", () => {
    const { assets, notices } = readFleet("model,count,TH/s\nAntminer S21,10,195\n");
    expect(assets[0].rig).toEqual({ powerW: 3412.5, hashrateThPerS: 195 });
    expect(notices).toEqual([
      "line 2: Antminer S21 has no power; 3412.5 W and 195 TH/s follow from the catalogue's 17.5 J/TH (2026-10-03).",
    ]);
  });

  it("takes a row for each machine where a column names them, at the mean of what they were measured at", () => {
    const text =
      "Name,Model,Hashrate (TH/s),Power (kW)\nrack1-01,Antminer S21,198.2,3.49\nrack1-02,Antminer " +
      "S21,201.0,3.52\nrack1-03,Antminer S19,,\n";
    const { assets, rigs, notices } = readFleet(text);
    expect(assets).toEqual([
      {
        kind: "mining-fleet",
        name: "Antminer S21 3505 W 199.6 TH/s",
        rig: { powerW: 3505, hashrateThPerS: 199.6 },
        rigs: 2,
      },
      { kind: "mining-fleet", name: "Antminer S19", rig: "Antminer S19", rigs: 1 },
    ]);
    expect(rigs).toBe(3);
    expect(notices).toEqual([
      'nothing is read from "Name".',
      "every row is one rig, since there is no column of numbers of rigs.",
      "Antminer S21: 2 machines of 3490 to 3520 W and 198.2 to 201 TH/s are one fleet at their mean.",
    ]);
  });

  it("asks whether rows are machines where nothing names them", () => {
    const text = "model,hashrate,power\nAntminer S23 Hyd,580 Th/s,5510 W\nAntminer S21,200 Th/s,3.5 kW\n";
    expect(() => readFleet(text)).toThrow('set options.rowsAre: "machines"');
    expect(readFleet(text, { rowsAre: "machines" }).assets.map(({ name, rigs }) => [name, rigs])).toEqual([
      ["Antminer S23 Hyd", 1],
      ["Antminer S21", 1],
    ]);
  });

  it("passes over lines of title and blank headings, and says what it does not read", () => {
    expect(readFleet("# Fleet, 2026\nmodel,count,power_w,\nAntminer S21,10,3500,\n")).toMatchObject({
      assets: [{ rig: "Antminer S21", rigs: 10 }],
      notices: [
        'Line 1 is above the headings and ignored: "# Fleet, 2026".',
        expect.stringContaining("has no hash rate"),
      ],
    });
    expect(readFleet("model,count,\nAntminer S21,10,x\n").notices).toEqual([
      "nothing is read from column 3, which has no heading.",
    ]);
    expect(() => readFleet("model,count,power_kw,\nAntminer S21,10,3,5\n")).toThrow("4 fields under 3 headings");
    expect(() => readFleet("model,count,power_kw\nAntminer S21,10,3,5\n")).toThrow(
      /4 fields under 3 headings, the last "5"[^]*options.decimalComma/,
    );
  });

  it("takes any model with its own figures where the caller says so", () => {
    expect(
      readFleet('miner,model,consumption_W,hashrate  Th/s,count\nQ,"Home\n Rig",60,4.8,2\n', { ownModels: "any" })
        .assets[0],
    ).toMatchObject({ name: "Home Rig 60 W 4.8 TH/s", rigs: 2 });
  });

  it("names rigs that only are announced, and lines without rigs", () => {
    expect(readFleet("model,count\nBlock Proto Rig,2\nAntminer S19,0\n").notices).toEqual([
      "line 2: Block Proto Rig is announced and not confirmed to ship.",
      "line 3: 0 rigs of Antminer S19 are left out.",
    ]);
  });

  it("takes a model that the catalogue does not have where the caller names it", () => {
    const text = "model,count,W,TH/s\nHouse Rig 7,3,3000,200\n";
    expect(() => readFleet(text)).toThrow(
      'line 2, column 1 (model): got "House Rig 7", wanted a model of the catalogue',
    );
    expect(readFleet(text, { ownModels: ["House Rig 7"] }).assets).toEqual([
      {
        kind: "mining-fleet",
        name: "House Rig 7 3000 W 200 TH/s",
        rig: { powerW: 3000, hashrateThPerS: 200 },
        rigs: 3,
      },
    ]);
    expect(() => readFleet("model,count,W\nHouse Rig 7,3,3000\n", { ownModels: ["House Rig 7"] })).toThrow(
      "W and TH/s of a model the catalogue does not have; give both",
    );
  });

  it.each([
    ["model,count\nAntminer S21 XQ,5\n", "did you mean Antminer S21"],
    ["model,count\nAntminer S21 Ultra,5\n", "no such model exists"],
    ["model,count\nCK6,5\n", "Eaglesong"],
    ["model,count\n,5\n", "got a blank, wanted a model of the catalogue; name the rigs, or remove the line"],
    [
      "model,count\nAntminer S21,\n",
      "line 2, column 2 (count): got a blank, wanted a whole number of rigs up to 10000000",
    ],
    ["model,count\nAntminer S21,2.5\n", '"2.5", wanted a whole number of rigs'],
    ["model,count\nAntminer S21,-3\n", '"-3", wanted a number of rigs'],
    ['model,count\nAntminer S21,"1,200"\n', "remove the commas between thousands"],
    ["model,count\nAntminer S21,20000000\n", "a whole number of rigs up to 10000000"],
    ["model,count,W,TH/s\nAntminer S21,5,3.5,200\n", "3.5 W and 200 TH/s, 0.0175 J/TH, wanted 5 to 200 J/TH"],
    ["model,count,W\nAntminer S21,5,17500\n", "the figures of one Antminer S21, rated 3500 W and 200 TH/s"],
    ["model,count,W,TH/s\nAntminer S21,5,17500,200\n", "17500 W and 200 TH/s, wanted the figures of one Antminer S21"],
    ["model,count,W,TH/s\nAntminer S21,5,3500,601\n", "3500 W and 601 TH/s, wanted the figures of one Antminer S21"],
    ["model,count,W\nAntminer S21,5,0\n", 'column 3 (W): got "0", wanted a number above 0'],
    ["model,count\nAntminer S21\n", "nothing (the line ends before it)"],
    ["model,count\nAntminer S21,5\nAntminer S19\n", "1 fields"],
    ["model,count\n", "no rigs"],
    ["", "no rigs"],
  ])("refuses %j", (text, message) => {
    expect(() => readFleet(text)).toThrow(message);
  });

  it("what is written of any fleet is read back", () => {
    const models = listRigs().map(({ model }) => model);
    const fleets = fc.uniqueArray(
      fc.record({ rig: fc.constantFrom(...models), rigs: fc.integer({ min: 1, max: 100_000 }) }),
      { minLength: 1, maxLength: 12, selector: ({ rig }) => rig },
    );
    fc.assert(
      fc.property(
        fleets,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, separator, newline) => {
          const text = [["model", "count"], ...rows.map(({ rig, rigs }) => [rig, rigs])]
            .map((row) => row.join(separator))
            .join(newline);
          expect(readFleet(text).assets).toEqual(
            rows.map(({ rig, rigs }) => ({ kind: "mining-fleet", name: rig, rig, rigs })),
          );
        },
      ),
      { seed: 20261123, numRuns: 50 },
    );
  });

  it("every rig of the catalogue is possible at its own figures", () => {
    const rows = listRigs().map(({ model, powerW, hashrateThPerS }) => `${model},1,${powerW},${hashrateThPerS}`);
    expect(readFleet(`model,count,W,TH/s\n${rows.join("\n")}`).assets.map(({ rig }) => rig)).toEqual(
      listRigs().map(({ model }) => model),
    );
  });

  it("the planner takes it as it is", () => {
    const { assets } = readFleet("model,count,W,TH/s\nAntminer S21 XP,1000,,\nAntminer S19,500,3100,95\n");
    const plan = planPower({ horizon: horizon(2), bitcoin, assets: [grid({ importPriceUsdPerMwh: 20 }), ...assets] });
    expect(plan.status).toBe("optimal");
  });
});
