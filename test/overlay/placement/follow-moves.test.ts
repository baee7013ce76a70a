import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followMoves } from '../../../src/overlay/placement/follow-moves.ts';

vi.mock('../../../src/dom/composed-tree.ts', () => ({ containingRoots: () => [page] }));
vi.mock('../../../src/dom/node-getters.ts', () => ({ windowOf: () => view }));
vi.mock('../../../src/overlay/placement/on-resize.ts', () => ({ onResize: () => {} }));

let page: EventTarget;
let view: EventTarget;
beforeEach(() => {
  [page, view] = [new EventTarget(), new EventTarget()];
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('events that a page dispatches itself do not make us measure where an element is', () => {
  const onMove = vi.fn();
  const element = { getBoundingClientRect: () => ({ width: 0, height: 0 }) } as unknown as Element;
  followMoves(element, element, onMove, new AbortController().signal);
  page.dispatchEvent(new Event('scroll'));
  view.dispatchEvent(new Event('resize'));
  expect(onMove).toHaveBeenCalledTimes(1);
});
