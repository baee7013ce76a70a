import { setTimeout as pause } from 'node:timers/promises';
import type { CorpusPage, Place, Pointer } from './corpus-browser.ts';

const READY_MS = 30_000;
const POLL_MS = 30;

/** Position of the case's control. */
export async function placeOf({ evaluate }: CorpusPage): Promise<Place> {
  for (const until = performance.now() + READY_MS; performance.now() < until; await pause(POLL_MS))
    if (await evaluate<boolean>('globalThis.ready === true')) return evaluate<Place>('globalThis.pressAt()');
  throw new Error(`The page was not built within ${READY_MS} ms`);
}

/** A click as a hand makes it: a few moves to the control, a short rest, down, up. */
export async function click({ move, down, up }: Pointer, { x, y }: Place): Promise<void> {
  await move({ x: x - 40, y: y + 60 });
  await move({ x, y }, 3);
  await pause(250);
  await down();
  await pause(60);
  await up();
}
