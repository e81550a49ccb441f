import type { BaselineComparison } from "../../plan/compare-cases.ts";
import { element, joined, list, type Markup, section, tableOf } from "./markup.ts";

/** What no plan of hours can show, whatever its numbers; printed with every displacement of diesel. */
const NOT_CLAIMED: readonly string[] = [
  "In a full grid blackout without generation on the site, shedding mining displaces no diesel: it frees only power " +
    "that mining was taking.",
  "The plan knows all prices and curtailments in advance, and so does every case beside it. A real week displaces " +
    "less of what is decided by price.",
  "Dynamics within an interval are not modelled. Shedding in seconds must be shown by test: rigs that do not " +
    "respond, and ride-through of the UPS.",
  "Monthly test runs of the gensets follow the installed capacity. Mining does not change them.",
  "Emissions of the displaced diesel are not emissions saved: mining's own consumption is stated beside them.",
];

/** The diesel answer with the cases it is measured against, and what it does not claim. */
export function dieselSection(comparison: BaselineComparison): Markup {
  const { cases, hybridFigures, hybridTotalUsd, headline, shares, mining, siteCo2DifferenceT } = comparison;
  const isThrottled = cases.some(({ id }) => id === "B3");
  const rows = [
    ...(hybridFigures
      ? [{ id: "H", what: "hybrid, as planned", status: "optimal", figures: hybridFigures, totalUsd: hybridTotalUsd }]
      : []),
    ...cases,
  ].map(({ id, what, status, figures, totalUsd }) => [
    id,
    what,
    ...(figures
      ? [
          ...[figures.dieselMwh, figures.dieselL, figures.asRun.hours, figures.dieselCo2T, figures.unservedMwh],
          ...(isThrottled ? [figures.lostThroughputMwh, figures.lostThroughputUsd] : []),
        ]
      : [status, "", "", "", "", ...(isThrottled ? ["", ""] : [])]),
    totalUsd ?? "not stated",
  ]);
  return section(
    "diesel",
    "Diesel displaced",
    element('p class="answer"', headline.sentence),
    element("p", shares.sentence),
    tableOf(
      [
        ...["", "Case", "Diesel, MWh", "Diesel, L", "As run, h", "CO2 of diesel, t", "Unserved AI, MWh"],
        ...(isThrottled ? ["Throughput lost, MWh", "Throughput lost, USD"] : []),
        "Total cost, USD",
      ],
      rows,
    ),
    mining ? element("p", miningSentence(mining, headline.displacedCo2T, siteCo2DifferenceT)) : "",
    element("h3", "What this does not claim"),
    list(NOT_CLAIMED),
  );
}

function miningSentence(
  { energyMwh, co2T }: NonNullable<BaselineComparison["mining"]>,
  displacedCo2T: number | undefined,
  differenceT: number | undefined,
): Markup {
  const mwh = energyMwh.toFixed(0);
  const own =
    co2T === undefined
      ? "its CO2 is unknown, since no emission factor of the grid was given"
      : `${co2T.toFixed(0)} t CO2 at the grid's hourly factor`;
  return joined([
    `Mining itself consumes ${mwh} MWh: ${own}. `,
    displacedCo2T === undefined ? "" : `The displaced diesel would have emitted ${displacedCo2T.toFixed(1)} t. `,
    differenceT === undefined
      ? ""
      : `In all the hybrid site emits ${Math.abs(differenceT).toFixed(0)} t ${differenceT >= 0 ? "more" : "less"} ` +
        "than the case of the headline.",
  ]);
}
