import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { StepPicture } from '../../../src/model/studio/step-picture.ts';
import { drawPicture } from '../../../src/studio/drawing/draw-picture.ts';

const shapes = ['button', 'field', 'text', 'heading', 'link', 'check', 'tab', 'icon', 'area', 'row'] as const;
const picture: StepPicture = {
  width: 480,
  height: 280,
  boxes: shapes.map((shape, at) => ({
    box: [10, at * 28, 120, 24],
    shape,
    text: shape,
    ...(at === 0 && { isTarget: true as const }),
  })),
};

test('a picture says what it shows, names what it draws and marks one control', () => {
  const svg = drawPicture(picture, { label: 'Choose Save' });
  expect(svg).toMatch(/^<svg [^>]*aria-label="Choose Save"/);
  for (const shape of ['button', 'field', 'text', 'heading', 'link', 'tab', 'row']) expect(svg).toContain(`>${shape}</text>`);
  expect(svg.match(/stroke-width="3"/g)).toHaveLength(1);
});

test('a name is text in the picture, whatever it is written like', () => {
  const hostile = '</text><script>alert(1)</script>" onload="x';
  const boxes: StepPicture['boxes'] = [{ box: [0, 0, 2000, 30], shape: 'button', text: hostile.slice(0, 80) }];
  const svg = drawPicture({ width: 480, height: 280, boxes }, { label: hostile });
  const { document } = parseHTML(`<!doctype html><body>${svg}</body>`);
  expect(document.querySelectorAll('script, [onload]')).toHaveLength(0);
  expect(document.querySelector('text')!.textContent).toContain('<script>');
});

test('a bar stands for a name that may not be shown, and a long name is cut where its box ends', () => {
  const boxes: StepPicture['boxes'] = [
    { box: [0, 0, 100, 24], shape: 'link' },
    { box: [0, 40, 40, 24], shape: 'button', text: 'A very long name' },
  ];
  const svg = drawPicture({ width: 480, height: 280, boxes }, { label: 'x' });
  expect(svg).toContain('opacity="0.6"');
  expect(svg).toMatch(/>A[^<]{0,6}…<\/text>/);
});
