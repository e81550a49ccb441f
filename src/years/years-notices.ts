import type { YearsFrame } from "./years-frame.ts";

const HOURS_PER_DAY = 24;

/** What of the answer rests on assumptions, in sentences. */
export function yearsNotices({ model, grids, network }: YearsFrame): readonly string[] {
  const { time } = grids[0];
  const days = (time.count * time.stepHours) / HOURS_PER_DAY;
  const last = grids[grids.length - 1];
  const estimated = network.halvings.filter(
    ({ atMs, estimated: is }) => is && atMs >= grids[0].fromMs && atMs < last.toMs,
  );
  return [
    model.dispatchDays === "full"
      ? "Every hour of every quarter is dispatched."
      : `Each quarter is dispatched on ${Number(days.toFixed(2))} days in its middle and scaled to its hours; ` +
        "rare peaks outside them are not seen.",
    "Prices, calls and weather of the site's horizon come again on the same weekday and season of every year.",
    "Inside a quarter the dispatch knows its prices beforehand; each quarter starts in initialState.",
    ...(estimated.length > 0 && model.network.given === undefined
      ? [
          "Dates of halvings are estimated at 10 minutes per block: " +
            `${estimated.map(({ atMs }) => new Date(atMs).toISOString().slice(0, 10)).join(", ")}.`,
        ]
      : []),
    "Residual values of halls count in the present value and not in the cash. No advice, no tax opinion.",
  ];
}
