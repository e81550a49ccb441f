import { expect, it } from "vitest";
import { answersCsv } from "../../src/sweep/answers-csv.ts";

it("writes a row per case, with every axis and every figure that occurs", () => {
  const answers = [
    { id: "a", status: "optimal", figures: { costUsd: -1.5 }, at: { year: "dry, hot", hashprice: 40 } },
    { id: "b", status: "infeasible", detail: "=no", figures: {}, at: { year: "wet", hashprice: 50 } },
    { id: "c", status: "optimal", figures: { costUsd: 2, dieselMwh: 3 }, at: { year: "wet", hashprice: 60 } },
  ] as const;
  expect(answersCsv(answers).split("\r\n")).toEqual([
    "year,hashprice,status,costUsd,dieselMwh,detail,id",
    '"dry, hot",40,optimal,-1.5,,,a',
    "wet,50,infeasible,,,'=no,b",
    "wet,60,optimal,2,3,,c",
    "",
  ]);
});
