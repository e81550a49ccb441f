import {
  needSeries,
  outageBands,
  priceSeries,
  storeSeries,
  supplySeries,
  useSeries,
  type Band,
} from "../charts/chart-data.ts";
import { TimeChart } from "../charts/time-chart.tsx";
import { drawPrice } from "../site/edit-hours.ts";
import { editSite } from "../state/actions.ts";
import {
  against,
  chartWindow,
  hasPlan,
  isPriceEdited,
  isSideBySide,
  type PinnedCase,
  present,
  shown,
  site,
  time,
} from "../state/page-state.ts";
import { HoursBar } from "./hours-bar.tsx";
import { WindowBar } from "./window-bar.tsx";

/** The charts of the plan, beside those of the pinned case where the user compares. */
export function ChartsPanel() {
  const now = shown.value;
  const other = isSideBySide.value ? against.value : undefined;
  return (
    <section class={`charts${other ? " side-by-side" : ""}`} aria-label="Charts">
      <WindowBar />
      <HoursBar />
      <div class="chart-columns">
        <div class={now && !hasPlan.value ? "stale" : ""}>
          {other && <h2>Now</h2>}
          <Charts of={now} isStill={false} beside={other} />
        </div>
        {other && (
          <div>
            <h2>{other.name}</h2>
            <Charts of={other} isStill={true} beside={now} />
          </div>
        )}
      </div>
    </section>
  );
}

interface ChartsProps {
  readonly of: PinnedCase | undefined;
  readonly isStill: boolean;
  readonly beside: PinnedCase | undefined;
}

function Charts({ of, isStill, beside }: ChartsProps) {
  const drawnSite = isStill && of ? of.site : site.value;
  const schedule = of?.schedule;
  const common = { window: chartWindow.value, time: time.value, isStill };
  const bands = [...outageBands(drawnSite), ...callBands(of), ...(isStill ? [] : conflictBands())];
  const use = schedule ? useSeries(schedule) : [];
  const supply = schedule ? supplySeries(schedule) : [];
  const energy = schedule ? storeSeries(schedule.assets, "MWh") : [];
  const fuel = schedule ? storeSeries(schedule.assets, "L") : [];
  const isDrawn = isPriceEdited.value && !isStill;
  return (
    <>
      {!schedule && (
        <TimeChart
          {...common}
          title="Demand and connection"
          unit="MW"
          height={230}
          scale="linear"
          description="AI demand, and the import limit."
          series={needSeries(drawnSite)}
          bands={bands}
        />
      )}
      {schedule && (
        <>
          <TimeChart
            {...common}
            title="Use"
            unit="MW"
            height={230}
            scale="linear"
            description="Loads stacked upward, AI on top; idle mining below the line."
            series={use}
            bands={bands}
            range={sharedRange(use, beside && useSeries(beside.schedule))}
          />
          <TimeChart
            {...common}
            title="Supply"
            unit="MW"
            height={150}
            scale="linear"
            description="Supply stacked upward."
            series={supply}
            bands={bands}
            range={sharedRange(supply, beside && supplySeries(beside.schedule))}
          />
        </>
      )}
      <TimeChart
        {...common}
        title="Price, value of power, strike prices"
        unit="USD/MWh"
        height={190}
        scale="money"
        description="A fleet mines while the value of power is below its strike price."
        series={priceSeries(schedule, drawnSite)}
        bands={bands}
        onDraw={isDrawn ? (t, usd) => editSite((edited) => drawPrice(edited, time.value, t, usd)) : undefined}
      />
      {energy.length > 0 && (
        <TimeChart
          {...common}
          title="Stored energy"
          unit="MWh"
          height={110}
          scale="linear"
          description="At the end of each interval."
          series={energy}
          bands={[]}
        />
      )}
      {fuel.some(({ values }) => values[0] !== values[values.length - 1]) && (
        <TimeChart
          {...common}
          title="Fuel"
          unit="L"
          height={110}
          scale="linear"
          description="At the end of each interval."
          series={fuel}
          bands={[]}
        />
      )}
    </>
  );
}

function callBands(of: PinnedCase | undefined): Band[] {
  return (of?.schedule.calls ?? []).map(({ asset, interval, count, capMw }) => ({
    from: interval,
    count,
    kind: "call",
    label: `${asset}: import ≤ ${capMw} MW`,
  }));
}

function conflictBands(): Band[] {
  return (present.value?.view.conflicts ?? []).flatMap(({ interval, count, limit, asset }) =>
    interval === undefined ? [] : [{ from: interval, count: count ?? 1, kind: "conflict", label: `${asset} ${limit}` }],
  );
}

type Stack = ReturnType<typeof useSeries>;

/** Two charts side by side have the same axis; one chart alone finds its own. */
function sharedRange(a: Stack, b: Stack | undefined): readonly [number, number] | undefined {
  if (!b) return undefined;
  const [from, to] = [a, b].map(stackRange);
  return [Math.min(from[0], to[0]), Math.max(from[1], to[1])];
}

function stackRange(series: Stack): [number, number] {
  let [least, most] = [0, 0];
  const count = series[0]?.values.length ?? 0;
  for (let t = 0; t < count; t++) {
    let [up, down] = [0, 0];
    for (const { values, look } of series) {
      if (look === "pale") down += values[t];
      else up += values[t];
    }
    [least, most] = [Math.min(least, down), Math.max(most, up)];
  }
  return [least, most];
}
