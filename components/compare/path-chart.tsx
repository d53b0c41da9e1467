import { line } from "d3-shape";
import type { PathPoint } from "@/lib/contracts/branches";
import type { Meter } from "@/lib/contracts/vocabulary";
import type { Side } from "./names";

const width = 340;
const height = 168;
const edge = { left: 30, right: 34, top: 20, bottom: 24 };
const lowest = height - edge.bottom;
const y = (value: number) => lowest - ((lowest - edge.top) * value) / 100;
/** text this close would run together */
const apart = 15;

/** How a path is drawn: the one dashed in ink with hollow ends, the other in the accent, thick, with full ends. */
const strokes = {
  left: { stroke: "var(--color-ink-2)", strokeWidth: 1.8, strokeDasharray: "5 4" },
  right: { stroke: "var(--color-accent)", strokeWidth: 2.6 },
} as const;

function Mark({ side, x, value }: { side: Side; x: number; value: number }) {
  return side === "left" ? (
    <rect
      x={x - 5}
      y={y(value) - 5}
      width="10"
      height="10"
      fill="var(--color-paper)"
      stroke="var(--color-ink-2)"
      strokeWidth="1.8"
    />
  ) : (
    <circle cx={x} cy={y(value)} r="3.6" fill="var(--color-accent)" />
  );
}

/** The drawn key of a path. */
export function LineKey({ side }: { side: Side }) {
  return (
    <svg viewBox="0 0 34 12" width="34" height="12" aria-hidden="true" className="flex-none">
      <path d="M1 6h26" fill="none" {...strokes[side]} />
      <g transform={`translate(0 ${6 - y(50)})`}>
        <Mark side={side} x={28} value={50} />
      </g>
    </svg>
  );
}

export interface Series {
  turn: number;
  value: number;
}

/** One meter of one buyer along a path. */
export function seriesOf(points: readonly PathPoint[], buyerId: string, meter: Meter): Series[] {
  return points.flatMap(({ turn, meters }) => {
    const found = meters.find((entry) => entry.buyerId === buyerId && entry.meter === meter);
    return found ? { turn, value: found.value } : [];
  });
}

/** Where the two last figures are written, moved apart when they would overlap. */
function labelPlaces(left: number, right: number): { left: number; right: number } {
  const gap = apart - Math.abs(y(left) - y(right));
  if (gap <= 0) return { left: y(left), right: y(right) };
  const push = (left > right ? -gap : gap) / 2;
  return { left: y(left) + push, right: y(right) - push };
}

/** Scale, first and last turn, and the dotted line at the fork. */
function Frame({ x, most, forkTurn, forkText }: { x: (turn: number) => number } & FrameWords) {
  const at = x(forkTurn - 1);
  const late = at > width / 2;
  return (
    <>
      {[0, 50, 100].map((value) => (
        <g key={value}>
          <line x1={edge.left} x2={width - edge.right} y1={y(value)} y2={y(value)} stroke="var(--color-line)" />
          <text x={edge.left - 6} y={y(value) + 4} textAnchor="end" fill="var(--color-ink-2)">
            {value}
          </text>
        </g>
      ))}
      <line
        x1={at}
        x2={at}
        y1={edge.top - 4}
        y2={lowest}
        stroke="var(--color-line-strong)"
        strokeDasharray="1.5 3.5"
        strokeLinecap="round"
        strokeWidth="1.6"
      />
      <text x={at + (late ? 4 : -4)} y={edge.top - 8} textAnchor={late ? "end" : "start"} fill="var(--color-ink-2)">
        {forkText}
      </text>
      {[0, most].map((turn) => (
        <text key={turn} x={x(turn)} y={height - 6} textAnchor="middle" fill="var(--color-ink-2)">
          {turn}
        </text>
      ))}
    </>
  );
}

interface FrameWords {
  most: number;
  forkTurn: number;
  forkText: string;
}

/** Where each path ends: its mark and its figure. */
function Ends({
  x,
  left,
  right,
}: {
  x: (turn: number) => number;
  left: Series | undefined;
  right: Series | undefined;
}) {
  if (!left || !right) return null;
  const together = left.turn === right.turn;
  const places = together ? labelPlaces(left.value, right.value) : { left: y(left.value), right: y(right.value) };
  return (
    <>
      <Mark side="left" x={x(left.turn)} value={left.value} />
      <Mark side="right" x={x(right.turn)} value={right.value} />
      <text x={x(left.turn) + 9} y={places.left + 4} fill="var(--color-ink-2)">
        {left.value}
      </text>
      <text x={x(right.turn) + 9} y={places.right + 4} fontWeight="600" fill="var(--color-accent)">
        {right.value}
      </text>
    </>
  );
}

/**
 * A meter on both paths, 0–100 by turn: together up to the fork, then apart. `label` says the same in words; the figures
 * stand in the table.
 */
export function PathChart({
  left,
  right,
  forkTurn,
  forkText,
  label,
}: {
  left: Series[];
  right: Series[];
  forkTurn: number;
  forkText: string;
  label: string;
}) {
  const most = Math.max(1, ...left.map(({ turn }) => turn), ...right.map(({ turn }) => turn));
  const x = (turn: number) => edge.left + ((width - edge.left - edge.right) * turn) / most;
  const draw = line<Series>(
    ({ turn }) => x(turn),
    ({ value }) => y(value),
  );
  const shared = left.filter(({ turn }) => turn < forkTurn);
  const own = (series: Series[]) => series.filter(({ turn }) => turn >= forkTurn - 1);
  return (
    <svg className="path-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Frame x={x} most={most} forkTurn={forkTurn} forkText={forkText} />
      <path d={draw(shared) ?? ""} fill="none" stroke="var(--color-ink)" strokeWidth="1.8" />
      <path d={draw(own(left)) ?? ""} fill="none" {...strokes.left} strokeLinejoin="round" />
      <path d={draw(own(right)) ?? ""} fill="none" {...strokes.right} strokeLinejoin="round" />
      <Ends x={x} left={left.at(-1)} right={right.at(-1)} />
    </svg>
  );
}
