/**
 * Parses numbers as files write them. A blank and 1e999 are not numbers, and a comma with two possible meanings is
 * refused.
 */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Returns the number, or NaN if the text is not one. `decimalComma`: `12,5` is 12.5. `shift` is a power of ten applied
 * to the text, so that the result is rounded once: 0.03205 per kWh is 32.05 per MWh, while 0.03205 * 1000 is
 * 32.050000000000004.
 */
export function parseNumber(text: string, decimalComma = false, shift = 0): number {
  const given = text.trim();
  const plain = decimalComma && !given.includes(".") ? given.replace(",", ".") : given;
  if ((decimalComma && given.includes(".")) || !DECIMAL.test(plain)) return Number.NaN;
  const number = Number(shift === 0 ? plain : shifted(plain, shift));
  return Number.isFinite(number) ? number : Number.NaN;
}

function shifted(plain: string, shift: number): string {
  const [digits, exponent = "0"] = plain.toLowerCase().split("e");
  return `${digits}e${Number(exponent) + shift}`;
}

/** The fix for a text that is not a number. */
export function numberFix(text: string, decimalComma = false): string {
  if (/^\s*\(.*\)\s*$/.test(text)) return "write a negative number with a minus sign";
  if (/^[\s+-]*[$€£]/.test(text)) return "remove the currency sign";
  if (!decimalComma && /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text.trim()))
    return "remove the commas between thousands";
  if (!decimalComma && /^[+-]?\d+,\d+$/.test(text.trim())) return "if it is a decimal comma, set options.decimalComma";
  return "correct it";
}
