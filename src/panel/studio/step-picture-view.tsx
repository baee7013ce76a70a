import type { StepPicture } from '../../model/studio/step-picture.ts';

/** Height of the bar that stands for a name that is not known to be the app's. */
const BAR = 8;

/** What is around the control of a step: boxes with the app's own words, and the control itself marked. */
export function StepPictureView({ picture, label }: { picture: StepPicture; label: string }) {
  const { width, height, boxes } = picture;
  return (
    <svg class="step-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {boxes.map((box) => (
        <PictureBox key={box.box.join(' ')} {...box} />
      ))}
    </svg>
  );
}

function PictureBox({ box: [x, y, width, height], shape, text, isTarget }: StepPicture['boxes'][number]) {
  const isFramed = shape !== 'text' && shape !== 'heading' && shape !== 'link';
  const middle = y + height / 2;
  return (
    <g class={isTarget ? 'target' : undefined}>
      {(isFramed || isTarget) && <rect x={x} y={y} width={Math.max(0, width)} height={Math.max(0, height)} rx={3} />}
      {text === undefined ? (
        <rect class="bar" x={x + 4} y={middle - BAR / 2} width={Math.max(0, width - 8)} height={BAR} rx={BAR / 2} />
      ) : (
        <text x={x + 4} y={middle} dominant-baseline="central" font-size={Math.max(8, Math.min(14, height * 0.6))}>
          {text}
        </text>
      )}
    </g>
  );
}
