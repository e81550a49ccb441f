/** Numbers as files write them. A blank is no number, and a comma that may mean two things is refused. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number, or NaN where the text is none. `decimalComma`: `12,5` is 12.5. */
export function numberOf(text: string, decimalComma = false): number {
  const plain = text.trim();
  if (!decimalComma) return DECIMAL.test(plain) ? Number(plain) : Number.NaN;
  return !plain.includes(".") && DECIMAL.test(plain.replace(",", ".")) ? Number(plain.replace(",", ".")) : Number.NaN;
}

/** What to do about a text that is no number. */
export function numberTextAdvice(text: string, decimalComma = false): string {
  if (/^\s*\(.*\)\s*$/.test(text)) return "write a negative number with a minus sign";
  if (/^[\s+-]*[$€£]/.test(text)) return "leave the currency sign out";
  if (!decimalComma && /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text.trim())) return "leave out the commas between thousands";
  if (!decimalComma && /^[+-]?\d+,\d+$/.test(text.trim())) return "a decimal comma? say so by options.decimalComma";
  return "correct it";
}
