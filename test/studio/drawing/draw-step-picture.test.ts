import { expect, test } from 'vitest';
import { stepPicture } from '../../../src/model/studio/step-picture.ts';
import { drawStepPicture } from '../../../src/studio/drawing/draw-step-picture.ts';

type Box = Parameters<typeof drawStepPicture>[0]['boxes'][number];
const SHAPES = stepPicture.shape.boxes.element.shape.shape.options;
const UNFRAMED = ['text', 'heading', 'link'];

const drawn = (more: Partial<Box> = {}) =>
  drawStepPicture({ width: 200, height: 100, boxes: [{ box: [10, 20, 60, 20], shape: 'button', ...more }] }).boxes[0]!;

test.each(SHAPES)('%s: it has a frame if it has an edge in an app, and always if it is the control of the step', (shape) => {
  expect(drawn({ shape }).frame !== undefined).toBe(!UNFRAMED.includes(shape));
  expect(drawn({ shape, isTarget: true })).toMatchObject({
    isTarget: true,
    frame: { x: 10, y: 20, width: 60, height: 20, rx: 3 },
  });
});

test('a name is drawn as text in the middle of its box, and a bar stands for one that is not known', () => {
  expect(drawn({ text: 'Save' }).label).toEqual({ is: 'text', text: 'Save', x: 14, y: 30, size: 12 });
  expect(drawn().label).toEqual({ is: 'bar', rect: { x: 14, y: 26, width: 52, height: 8, rx: 4 } });
  expect(drawn({ text: '' }).label).toMatchObject({ is: 'text', text: '' });
});

test.each([
  [4, 8],
  [20, 12],
  [200, 14],
])('in a box %i pixels high, a name is %i pixels high', (height, size) => {
  expect(drawn({ box: [0, 0, 60, height], text: 'Save' }).label).toMatchObject({ size });
});

test('a box without extent, or with less, is drawn with none', () => {
  for (const width of [-5, 0, 3])
    expect(drawn({ box: [0, 0, width, -1] })).toMatchObject({
      frame: { width: Math.max(0, width), height: 0 },
      label: { rect: { width: 0 } },
    });
});

test('boxes are drawn in their order, within the size of the picture', () => {
  const boxes: Box[] = ['One', 'Two'].map((text) => ({ box: [0, 0, 10, 10], shape: 'text', text }));
  const drawing = drawStepPicture({ width: 320, height: 90, boxes });
  expect(drawing.viewBox).toBe('0 0 320 90');
  expect(drawing.boxes.map(({ label }) => label)).toMatchObject([{ text: 'One' }, { text: 'Two' }]);
});
