import { setTimeout as wait } from 'node:timers/promises';
import { DevToolsError } from '../browser/devtools.ts';
import type { Gesture, PressResult } from './app-page.ts';
import { type PageSession, unlessRefused } from './page-session.ts';

const STEADY_MS = 50;
const PATIENCE_MS = 2000;

interface Press {
  objectId: string;
  gesture: Gesture;
  /** Where a drag ends. */
  to?: string | undefined;
}

/** Uses the mouse in the middle of an element, once it has come to rest and nothing lies over it. */
export async function pressElement(
  session: PageSession,
  { objectId, gesture, to }: Press,
): Promise<PressResult | { is: 'no-box' }> {
  const until = Date.now() + PATIENCE_MS;
  try {
    await session.send('DOM.scrollIntoViewIfNeeded', { objectId });
    for (;;) {
      const point = await steadyPoint(session, objectId, until);
      if (!point) return { is: 'no-box' };
      const cover = await coverOf(session, objectId);
      if (cover === undefined) {
        await gestures[gesture](session, point, to === undefined ? undefined : await steadyPoint(session, to, until));
        return { is: 'pressed' };
      }
      if (Date.now() > until) return { is: 'covered', by: cover };
      await wait(STEADY_MS);
    }
  } catch (error) {
    if (!(error instanceof DevToolsError)) throw error;
    return /box model|layout object|quads|visible/i.test(error.message) ? { is: 'no-box' } : { is: 'gone' };
  }
}

interface Point {
  x: number;
  y: number;
}

/** The middle of its first box in the window, once that stays where it is. */
async function steadyPoint(session: PageSession, objectId: string, until: number): Promise<Point | undefined> {
  let last: Point | undefined;
  for (;;) {
    const { quads } = await session.send<{ quads: number[][] }>('DOM.getContentQuads', { objectId });
    const [quad] = quads;
    if (!quad) return undefined;
    const point = { x: (quad[0]! + quad[4]!) / 2, y: (quad[1]! + quad[5]!) / 2 };
    if ((last?.x === point.x && last.y === point.y) || Date.now() > until) return point;
    last = point;
    await wait(STEADY_MS);
  }
}

async function coverOf(session: PageSession, objectId: string): Promise<string | undefined> {
  const functionDeclaration = 'function () { return cairnProbe.coverOf(this); }';
  const { result } = await session.send<{ result: { value?: string } }>('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration,
    returnByValue: true,
  });
  return result.value;
}

interface MouseEvent extends Point {
  type: 'mouseMoved' | 'mousePressed' | 'mouseReleased';
  clickCount?: number;
}

const mouse = (session: PageSession, { type, clickCount = 1, ...point }: MouseEvent, buttons = type === 'mousePressed' ? 1 : 0) =>
  session.send('Input.dispatchMouseEvent', {
    ...{ type, ...point, clickCount, buttons },
    button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
  });

/** A page may close or replace itself at the release, and then does not answer to it. */
const release = (session: PageSession, point: Point, clickCount = 1) =>
  mouse(session, { type: 'mouseReleased', ...point, clickCount }).catch(unlessRefused);

async function click(session: PageSession, point: Point, clickCount = 1): Promise<void> {
  await mouse(session, { type: 'mouseMoved', ...point });
  await mouse(session, { type: 'mousePressed', ...point, clickCount });
  await release(session, point, clickCount);
}

const DRAG_STEPS = 5;
const DRAG_PX = 60;

const gestures: Record<Gesture, (session: PageSession, point: Point, to: Point | undefined) => Promise<void>> = {
  click: (session, point) => click(session, point),
  async 'double-click'(session, point) {
    await click(session, point);
    await click(session, point, 2);
  },
  async hover(session, point) {
    await mouse(session, { type: 'mouseMoved', ...point });
  },
  async drag(session, from, to = { x: from.x + DRAG_PX, y: from.y }) {
    await mouse(session, { type: 'mouseMoved', ...from });
    await mouse(session, { type: 'mousePressed', ...from });
    for (let nth = 1; nth <= DRAG_STEPS; nth++) {
      const along = (one: number, other: number) => one + ((other - one) * nth) / DRAG_STEPS;
      await mouse(session, { type: 'mouseMoved', x: along(from.x, to.x), y: along(from.y, to.y) }, 1);
    }
    await release(session, to);
  },
};
