/** An amount for a sentence: whole USD with thousands separated, e.g. `1,234,567 USD`. */
export function usdText(usd: number): string {
  const text = String(Math.abs(Math.round(usd)));
  return `${Math.round(usd) < 0 ? "-" : ""}${text.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")} USD`;
}
