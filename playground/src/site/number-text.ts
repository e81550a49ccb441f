/** Numbers as the page writes them: grouped, with a real minus sign, and no more digits than carry meaning. */

export function numberText(value: number, digits = digitsFor(value)): string {
  const text = value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (/[1-9]/u.test(text) ? text : text.replace("-", "")).replace("-", "−");
}

/** With its sign, for differences. */
export function signedText(value: number, digits?: number): string {
  const text = numberText(value, digits);
  return text.startsWith("−") || !/[1-9]/u.test(text) ? text : `+${text}`;
}

function digitsFor(value: number): number {
  const size = Math.abs(value);
  return size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : 2;
}

/** Shortens the numbers in a sentence of the planner to what a reader takes in: `31.59613` -> `31.60`. */
export function shortNumbers(sentence: string): string {
  return sentence.replaceAll(/(?<![\w.]|\w-)\d+(?:\.\d+)?(?![\w-]|[.,]\d)/gu, (text) => {
    const value = Number(text);
    if (value >= 10_000) return numberText(value, 0);
    if (!/\.\d{3}/u.test(text)) return text;
    return value >= 100 ? value.toFixed(1) : value >= 0.01 ? value.toFixed(2) : value.toPrecision(2);
  });
}
