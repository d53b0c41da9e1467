import { curveLinearClosed, lineRadial } from "d3-shape";

export interface RadarSpoke {
  label: string;
  /** null: no evidence, drawn as a gap */
  now: number | null;
  last: number | null;
  /** what stands under the label */
  text: string;
}

const radius = 118;
const step = (count: number, index: number) => (index * 2 * Math.PI) / count;

/** Points of a series; a spoke without a value is left out, so the line never dips to zero for want of evidence. */
function outline(values: (number | null)[]): string {
  const points = values.flatMap((value, index): [number, number][] =>
    value === null ? [] : [[step(values.length, index), (value / 100) * radius]],
  );
  return lineRadial().curve(curveLinearClosed)(points) ?? "";
}

function ring(count: number, share: number): string {
  return outline(Array.from({ length: count }, () => share));
}

function anchorOf(x: number): "start" | "middle" | "end" {
  if (Math.abs(x) < 0.12) return "middle";
  return x > 0 ? "start" : "end";
}

/** Skills as a radar: this try in the accent, the last one dashed, the bar dotted. Its table stands beside it. */
export function Radar({ spokes, bar, label }: { spokes: RadarSpoke[]; bar: number; label: string }) {
  const count = spokes.length;
  if (count < 3) return null;
  const hasLast = spokes.some((spoke) => spoke.last !== null);
  return (
    <svg className="radar" viewBox="-208 -160 416 320" role="img" aria-label={label}>
      {[25, 50, 100].map((share) => (
        <path key={share} d={ring(count, share)} fill="none" stroke="var(--color-line)" />
      ))}
      <path d={ring(count, bar)} fill="none" stroke="var(--color-line-strong)" strokeDasharray="1.5 4" />
      {spokes.map((spoke, index) => {
        const angle = step(count, index) - Math.PI / 2;
        return (
          <line
            key={spoke.label}
            x2={Math.cos(angle) * radius}
            y2={Math.sin(angle) * radius}
            stroke="var(--color-line)"
            strokeDasharray={spoke.now === null ? "2 3" : undefined}
          />
        );
      })}
      {hasLast && (
        <path
          d={outline(spokes.map((spoke) => spoke.last))}
          fill="none"
          stroke="var(--color-ink-2)"
          strokeWidth="1.3"
          strokeDasharray="4 4"
        />
      )}
      <path
        d={outline(spokes.map((spoke) => spoke.now))}
        fill="var(--color-accent)"
        fillOpacity="0.14"
        stroke="var(--color-accent)"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      {spokes.map((spoke, index) => {
        const angle = step(count, index) - Math.PI / 2;
        const [x, y] = [Math.cos(angle), Math.sin(angle)];
        const at = ((spoke.now ?? 0) / 100) * radius;
        return (
          <g key={spoke.label}>
            {spoke.now !== null && <circle cx={x * at} cy={y * at} r="3.4" fill="var(--color-accent)" />}
            <text
              x={x * (radius + 14)}
              y={y * (radius + 20) - 2}
              textAnchor={anchorOf(x)}
              fontWeight="600"
              fill="var(--color-ink)"
            >
              {spoke.label}
              <tspan x={x * (radius + 14)} dy="15" fontWeight="400" fill="var(--color-ink-2)">
                {spoke.text}
              </tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}
