import { UsageError } from "./usage-error.ts";

/** Reads an option as a number above 0. */
export function numberOption(name: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(text.trim() !== "" && value > 0 && value < Infinity)) {
      throw new UsageError(`${name} ${text}: wanted a number above 0`);
    }
    return value;
  };
}

/** Reads an option as a whole number of 0 or more. */
export function wholeNumberOption(name: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/u.test(text)) throw new UsageError(`${name} ${text}: wanted a whole number of 0 or more`);
    return Number(text);
  };
}
