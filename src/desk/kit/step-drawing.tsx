import type { StepPicture } from '../../model/studio/step-picture.ts';

/** Height of a bar that stands for a text that is not known. */
const BAR = 8;

/** A picture of a step: boxes around the control, with the app's own words, and the control itself marked. */
export function StepDrawing({ picture, label }: { picture: StepPicture; label: string }) {
  const { width, height, boxes } = picture;
  return (
    <svg class="step-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {boxes.map(({ box: [x, y, w, h], shape, text, isTarget }, nth) => (
        <g key={nth} class={isTarget ? 'step-drawing-target' : undefined}>
          {shape !== 'text' && shape !== 'heading' && <rect x={x} y={y} width={Math.max(0, w)} height={Math.max(0, h)} rx={3} />}
          {text === undefined ? (
            <rect
              class="step-drawing-bar"
              x={x + 4}
              y={y + h / 2 - BAR / 2}
              width={Math.max(0, w - 8)}
              height={BAR}
              rx={BAR / 2}
            />
          ) : (
            <text x={x + 4} y={y + h / 2} dominant-baseline="central" font-size={Math.max(8, Math.min(14, h * 0.6))}>
              {text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
