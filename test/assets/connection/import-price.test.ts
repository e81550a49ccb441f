import { describe, expect, it } from "vitest";
import { cheapestImportPrice, meanImportPrice } from "../../../src/assets/connection/import-price.ts";
import { SitePorts } from "../../../src/assets/ports/site-ports.ts";
import { connectionPorts, emptySite } from "../../support/plans.ts";

const portsOf = (...prices: (number[] | undefined)[]) =>
  new SitePorts(prices.map((price) => connectionPorts(emptySite(2), price)));

describe("meanImportPrice", () => {
  it("is the mean of the cheapest connection, not below 0, and undefined without one that has a price", () => {
    expect(meanImportPrice(portsOf([20, 80]))).toBe(50);
    expect(meanImportPrice(portsOf([20, 80], undefined, [70, 20], [60, 60]))).toBe(45);
    expect(meanImportPrice(portsOf([-40, 10]))).toBe(0);
    expect(meanImportPrice(portsOf(undefined))).toBeUndefined();
    expect(meanImportPrice(portsOf())).toBeUndefined();
  });
});

describe("cheapestImportPrice", () => {
  it("is the lowest price of each interval, and 0 without a connection that has a price", () => {
    expect([...cheapestImportPrice(portsOf([20, 80], undefined, [70, -5]), 2)]).toEqual([20, -5]);
    expect([...cheapestImportPrice(portsOf(undefined), 2)]).toEqual([0, 0]);
  });
});
