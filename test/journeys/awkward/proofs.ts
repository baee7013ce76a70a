import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { ranFor } from '../harness/page-has-run.ts';
import type { Box } from '../harness/surface.ts';
import { pressed, rect, type Visit } from './visit.ts';

export const beacon = (title = 'Approving') => ({ role: 'button', name: `Tip: ${title}` });
export const card = (title = 'Approving') => ({ role: 'dialog', name: `Tip: ${title}` });
export const button = (name: string) => ({ role: 'button', name });
export const launcher = button('Cairn: feedback and guides');
export const step = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of`) });

/** A mark of ours may be so far from its control, or by its middle from a corner of that, in CSS pixels, and is still plainly about it. */
const near = 14;

/** The beacon stands at the control, opens a card that covers neither the control nor leaves the window, and the page goes on working. */
export async function tipStands(visit: Visit, title = 'Approving'): Promise<void> {
  await beaconStands(visit, title);
  await visit.cairn.click(beacon(title));
  await visit.cairn.find(card(title));
  await eventually(
    async () => clearOf(await visit.cairn.where(card(title)), await rect(visit)),
    async () => `The card lies over its control: ${JSON.stringify([await visit.cairn.where(card(title)), await rect(visit)])}`,
  );
  await inWindow(visit, await visit.cairn.where(card(title)));
  await controlWorks(visit);
  await visit.cairn.click(button('Close'));
  await visit.cairn.gone(card(title));
}

/** On a corner, and not merely touching: that it does also where it was left behind by a control that grew. */
export const beaconStands = (visit: Visit, title = 'Approving') =>
  eventually(
    async () =>
      (await visit.cairn.exists(beacon(title))) && offCorner(await visit.cairn.where(beacon(title)), await rect(visit)) <= near,
    async () =>
      (await visit.cairn.exists(beacon(title)))
        ? `The beacon is on no corner of its control: ${JSON.stringify([await visit.cairn.where(beacon(title)), await rect(visit)])}`
        : `There is no beacon; of ours there is ${JSON.stringify(await visit.cairn.text())}`,
  );

/** A real press in the middle of the control reaches it. */
export async function controlWorks(visit: Visit): Promise<void> {
  const before = await pressed(visit);
  const box = await rect(visit);
  if (!box) throw new Error('The page has no such control now');
  await visit.press(box.x + box.width / 2, box.y + box.height / 2);
  await eventually(
    async () => (await pressed(visit)) === before + 1,
    () => 'A press on the control did not reach it',
  );
}

/** The step's card is there, clear of its control; a press on the control takes the person on to the last step, which they finish. */
export async function walkRuns(visit: Visit): Promise<void> {
  await visit.cairn.click(beacon());
  await visit.cairn.click(button('Show me how'));
  await visit.cairn.find(step(1));
  // For a moment it waits, unseen, at the window's edge: where the control may be.
  const found = () => Promise.all([visit.cairn.where(step(1)), rect(visit)]);
  await eventually(
    async () => isBeside(...(await found())),
    async () => `The step is not beside its control: ${JSON.stringify(await found())}`,
  );
  const box = (await rect(visit))!;
  await visit.press(box.x + box.width / 2, box.y + box.height / 2);
  await visit.cairn.find(step(2));
  await visit.cairn.click(button('Exit'));
  await visit.cairn.gone(step(2));
}

/** Cairn is on the page, had time to look around, and points at nothing. */
export async function silent(visit: Visit, title = 'Approving'): Promise<void> {
  await visit.cairn.find(launcher);
  await visit.cairn.gone(beacon(title));
  await visit.asks(ranFor(700));
  expect(await visit.cairn.exists(beacon(title))).toBe(false);
}

async function inWindow(visit: Visit, box: Box): Promise<void> {
  const [width, height] = await visit.asks<[number, number]>('[innerWidth, innerHeight]');
  const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
  expect(inside, `${JSON.stringify(box)} leaves the window of ${width} × ${height}`).toBe(true);
}

/** Distance of a mark's middle from the nearest corner of a control. */
function offCorner(mark: Box, control: Box | null): number {
  if (!control) return Number.POSITIVE_INFINITY;
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  const corners = [control.x, control.x + control.width].flatMap((left) =>
    [control.y, control.y + control.height].map((top) => Math.hypot(left - x, top - y)),
  );
  return Math.min(...corners);
}

/** Distance between two boxes; 0 if they touch. */
function gap(a: Box, b: Box | null): number {
  if (!b) return Number.POSITIVE_INFINITY;
  const x = Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width), 0);
  const y = Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height), 0);
  return Math.hypot(x, y);
}

/** Close by, and not on it. */
const isBeside = (a: Box, b: Box | null): boolean => gap(a, b) <= 2 * near && clearOf(a, b);

/** Less than a pixel is the rounding of a zoomed page. */
const clearOf = (a: Box, b: Box | null): boolean => b !== null && !overlap(a, b);
const overlap = (a: Box, b: Box): boolean =>
  a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
