/** The curve of a rate over time. */
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { Curve } from './api.js';
import { formatRate } from './format.js';

const HEIGHT = 220;

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export function Chart({ points }: { points: Curve['points'] }) {
  const place = useRef<HTMLDivElement>(null);
  const highest = points.reduce((most, { rate }) => Math.max(most, rate), 0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const axis = { stroke: colour('--ink'), grid: { stroke: colour('--line'), width: 1 } };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        cursor: { show: false },
        legend: { show: false },
        scales: { y: { range: (_, __, most) => [0, Math.max(most, 1)] } },
        axes: [axis, { ...axis, size: 80, values: (_, ticks) => ticks.map(formatRate) }],
        series: [{}, { stroke: colour('--accent'), width: 2, fill: `${colour('--accent')}22` }],
      },
      [points.map(({ at }) => at / 1000), points.map(({ rate }) => rate)],
      element,
    );
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [points]);
  return (
    <div
      ref={place}
      class="chart"
      role="img"
      aria-label={`Rate that the accepted shares prove, at most ${formatRate(highest)}`}
    />
  );
}
