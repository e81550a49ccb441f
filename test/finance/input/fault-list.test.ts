import { describe, expect, it } from "vitest";
import { FinanceInputError } from "../../../src/errors.ts";
import { FaultList, plainData } from "../../../src/finance/input/fault-list.ts";

describe("faults", () => {
  it("are thrown together, a hundred listed and the rest counted", () => {
    const faults = new FaultList();
    faults.throwIfAny();
    for (let i = 0; i < 103; i++) faults.add(`a[${i}]`, "b", "c", "d");
    let error: unknown;
    try {
      faults.throwIfAny();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FinanceInputError);
    const { code, message, faults: listed } = error as FinanceInputError;
    expect(code).toBe("FINANCE_INPUT");
    expect(message).toContain("The finance input has 103 faults:\n  a[0]: got b, wanted c; d");
    expect(message).toContain("and 3 more");
    expect(listed).toHaveLength(100);
  });

  it("what throws when it is read is a fault, not an accident", () => {
    const faults = new FaultList();
    plainData(
      {
        get a() {
          throw new RangeError("x");
        },
      },
      faults,
    );
    expect(faults.isEmpty).toBe(false);
    expect(() => faults.throwIfAny()).toThrow("a field that throws when it is read");
  });
});
