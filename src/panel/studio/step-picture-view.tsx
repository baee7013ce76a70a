import type { StepPicture } from '../../model/studio/step-picture.ts';
import { type DrawnBox, drawStepPicture } from '../../studio/drawing/draw-step-picture.ts';

/** What is around the control of a step: boxes with the app's own words, and the control itself marked. */
export function StepPictureView({ picture, label }: { picture: StepPicture; label: string }) {
  const { viewBox, boxes } = drawStepPicture(picture);
  return (
    <svg class="step-picture" viewBox={viewBox} role="img" aria-label={label}>
      {boxes.map((box, nth) => (
        <PictureBox key={nth} {...box} />
      ))}
    </svg>
  );
}

const PictureBox = ({ isTarget, frame, label }: DrawnBox) => (
  <g class={isTarget ? 'target' : undefined}>
    {frame && <rect {...frame} />}
    {label.is === 'bar' ? (
      <rect class="bar" {...label.rect} />
    ) : (
      <text x={label.x} y={label.y} dominant-baseline="central" font-size={label.size}>
        {label.text}
      </text>
    )}
  </g>
);
