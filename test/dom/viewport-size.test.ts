import { expect, test } from 'vitest';
import { viewportSize } from '../../src/dom/viewport-size.ts';

const view = (visualViewport: object | null) => ({ innerWidth: 1280, innerHeight: 800, visualViewport }) as unknown as Window;

test.each([
  ['a scrollbar that takes up room is left out', { width: 1268, height: 800, scale: 1 }, [1268, 800]],
  ['two scrollbars are left out', { width: 1263, height: 783, scale: 1 }, [1263, 783]],
  [
    'a page that is enlarged by two fingers has the size that it is laid out in',
    { width: 640, height: 400, scale: 2 },
    [1280, 800],
  ],
  ['a window that is not shown yet has the size that it will have', { width: 0, height: 0, scale: 1 }, [1280, 800]],
  ['a document without a window of its own has its outer size', null, [1280, 800]],
])('%s', (_, visual, [width, height]) => {
  expect(viewportSize(view(visual))).toEqual({ width, height });
});
