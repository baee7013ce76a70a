import type { StepPicture } from '../../model/studio/step-picture.ts';

/** A rectangle or a bar: attributes of an SVG `rect`. */
export interface DrawnRect {
  x: number;
  y: number;
  width: number;
  height: number;
  rx: number;
}

/** What is drawn of one box: its frame, and its name or a bar that stands for one that is not known to be the app's. */
export interface DrawnBox {
  isTarget: boolean;
  frame: DrawnRect | undefined;
  label: ({ is: 'bar' } & { rect: DrawnRect }) | { is: 'text'; text: string; x: number; y: number; size: number };
}

/** What is drawn of a picture, from back to front. */
export interface StepDrawing {
  viewBox: string;
  boxes: DrawnBox[];
}

const INSET = 4;
const BAR_HEIGHT = 8;
const CORNER = 3;
const FONT_SIZES = { min: 8, max: 14, ofBox: 0.6 };

/** Shapes that have no edge of their own in an app. */
const UNFRAMED: ReadonlySet<StepPicture['boxes'][number]['shape']> = new Set(['text', 'heading', 'link']);

/** What is around the control of a step, ready to be rendered as SVG. The control itself always has a frame, by which it is marked. */
export function drawStepPicture({ width, height, boxes }: StepPicture): StepDrawing {
  return { viewBox: `0 0 ${width} ${height}`, boxes: boxes.map(drawBox) };
}

function drawBox({ box: [x, y, width, height], shape, text, isTarget: marks }: StepPicture['boxes'][number]): DrawnBox {
  const isTarget = marks === true;
  const isFramed = isTarget || !UNFRAMED.has(shape);
  const [start, middle] = [x + INSET, y + height / 2];
  const bar = {
    ...{ x: start, y: middle - BAR_HEIGHT / 2 },
    ...{ width: Math.max(0, width - 2 * INSET), height: BAR_HEIGHT, rx: BAR_HEIGHT / 2 },
  };
  const size = Math.max(FONT_SIZES.min, Math.min(FONT_SIZES.max, height * FONT_SIZES.ofBox));
  return {
    isTarget,
    frame: isFramed ? { x, y, width: Math.max(0, width), height: Math.max(0, height), rx: CORNER } : undefined,
    label: text === undefined ? { is: 'bar', rect: bar } : { is: 'text', text, x: start, y: middle, size },
  };
}
