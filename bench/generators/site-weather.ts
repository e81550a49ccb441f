import { uniformAt } from "./uniform-at.ts";

/** Prices and weather of the site in one interval. */
export interface Weather {
  readonly priceUsdPerMwh: number;
  readonly solarMw: number;
  readonly firmMw: number;
  readonly importLimitMw: number;
}

export interface WeatherOptions {
  readonly seed: number;
  /** Prices are multiplied by 1 + noise * u, u uniform in [-1, 1) drawn from `redraw`. */
  readonly redraw: number;
  readonly noise: number;
  /** Prices are rounded to multiples of this; 0 means no rounding. */
  readonly priceStepUsdPerMwh: number;
  /** Share of hours with a negative price. */
  readonly negativeShare: number;
}

const [SUN, SPIKE, SPIKE_SIZE, JITTER, FIRM, NOISE, NEGATIVE, NEGATIVE_SIZE] = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * Synthetic figures of realistic size. Price: 32 USD/MWh, an evening peak of 25, up to 30 less at noon, 12 of jitter,
 * spikes to 900 in 2 % of hours. Solar 60 MW. Firm AI load 42-62 MW. Import 140 MW, but 45 MW in 12 of every 97 hours.
 * `hour` counts from the start of the data and may be fractional; random numbers are drawn per whole hour. NB: the last
 * solar bound before sunset is about 1e-15, not 0: a nearly fixed column, as in real data.
 */
export function weatherAt(hour: number, options: WeatherOptions): Weather {
  const { seed, redraw, noise, priceStepUsdPerMwh, negativeShare } = options;
  const at = Math.floor(hour);
  const draw = (stream: number): number => uniformAt(seed, stream, at);
  const ofDay = hour % 24;
  const sun = Math.max(0, Math.sin(((ofDay - 6) * Math.PI) / 12));
  const spike = draw(SPIKE) < 0.02 ? 900 * draw(SPIKE_SIZE) : 0;
  let price = 32 + 25 * Math.exp(-(((ofDay - 19) / 2.5) ** 2)) - 30 * sun + 12 * (draw(JITTER) - 0.5) + spike;
  if (draw(NEGATIVE) < negativeShare) price = -60 * draw(NEGATIVE_SIZE);
  price *= 1 + noise * (2 * uniformAt(redraw, NOISE, at) - 1);
  if (priceStepUsdPerMwh > 0) price = priceStepUsdPerMwh * Math.round(price / priceStepUsdPerMwh);
  return {
    priceUsdPerMwh: price,
    solarMw: 60 * sun * (0.5 + 0.5 * draw(SUN)),
    firmMw: 50 + 8 * Math.sin(((ofDay - 9) * Math.PI) / 12) + 4 * draw(FIRM),
    importLimitMw: at % 97 > 84 ? 45 : 140,
  };
}
