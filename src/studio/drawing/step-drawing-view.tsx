import type { StepPicture } from '../../model/studio/step-picture.ts';
import { type DrawnBox, drawStepPicture } from './draw-step-picture.ts';

/** A picture of a step: boxes around the control, with the app's own words, and the control itself marked. */
export function StepDrawingView({ picture, label }: { picture: StepPicture; label: string }) {
  const { viewBox, boxes } = drawStepPicture(picture);
  return (
    <svg class="step-drawing" viewBox={viewBox} role="img" aria-label={label}>
      {boxes.map((box, nth) => (
        <DrawingBox key={nth} {...box} />
      ))}
    </svg>
  );
}

const DrawingBox = ({ isTarget, frame, label }: DrawnBox) => (
  <g class={isTarget ? 'step-drawing-target' : undefined}>
    {frame && <rect {...frame} />}
    {label.is === 'bar' ? (
      <rect class="step-drawing-bar" {...label.rect} />
    ) : (
      <text x={label.x} y={label.y} dominant-baseline="central" font-size={label.size}>
        {label.text}
      </text>
    )}
  </g>
);
