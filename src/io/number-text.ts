/** Numbers as files write them. A blank is no number, nor is 1e999, and a comma that may mean two things is refused. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number, or NaN where the text is none. `decimalComma`: `12,5` is 12.5. `shift`: the power of ten it is multiplied
 * by, in the text, so that it is rounded once: 0.03205 per kWh is 32.05 per MWh, where 0.03205 * 1000 is
 * 32.050000000000004.
 */
export function numberOf(text: string, decimalComma = false, shift = 0): number {
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

/** What to do about a text that is no number. */
export function numberTextAdvice(text: string, decimalComma = false): string {
  if (/^\s*\(.*\)\s*$/.test(text)) return "write a negative number with a minus sign";
  if (/^[\s+-]*[$€£]/.test(text)) return "leave the currency sign out";
  if (!decimalComma && /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text.trim()))
    return "leave out the commas between thousands";
  if (!decimalComma && /^[+-]?\d+,\d+$/.test(text.trim())) return "a decimal comma? say so by options.decimalComma";
  return "correct it";
}
