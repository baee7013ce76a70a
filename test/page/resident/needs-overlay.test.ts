import { expect, test } from 'vitest';
import { needsOverlay } from '../../../src/page/resident/needs-overlay.ts';

type Context = Parameters<typeof needsOverlay>[0];
const context = (kinds: readonly string[], more: Partial<Context> = {}): Context => ({
  guides: kinds.map((kind) => ({ kind })) as unknown as Context['guides'],
  walk: null,
  switches: { guidance: true, feedback: true, friction: true },
  ...more,
});

test('a frame of another origin with walkthroughs, notices, questions and checklists alone gets no overlay', () => {
  expect(needsOverlay(context(['walkthrough', 'notice', 'question', 'checklist', 'reply']), false)).toBe(false);
  expect(needsOverlay(context([]), false)).toBe(false);
});

test('a frame of another origin gets the overlay for a tip, and for a walkthrough that is active', () => {
  expect(needsOverlay(context(['tip']), false)).toBe(true);
  expect(needsOverlay(context([], { walk: {} as Context['walk'] }), false)).toBe(true);
});

test('a walkthrough that was withdrawn needs no overlay', () => {
  const walk = { isWithdrawn: true } as Context['walk'];
  expect(needsOverlay(context([], { walk }), false)).toBe(false);
  expect(needsOverlay(context([], { walk, switches: { guidance: true, feedback: false, friction: true } }), true)).toBe(false);
});

test('the page itself gets the overlay for any guide, and for feedback', () => {
  expect(needsOverlay(context(['walkthrough']), true)).toBe(true);
  expect(needsOverlay(context([]), true)).toBe(true);
  expect(needsOverlay(context([], { switches: { guidance: true, feedback: false, friction: true } }), true)).toBe(false);
});
