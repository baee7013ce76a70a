import type { Page } from 'playwright-core';
import type { Case } from './corpus.ts';
import type { Breakage, EffectName } from './in-page/effects.ts';
import type { Native, Shape } from './in-page/shapes.ts';

type Place = { x: number; y: number };

/** Ways to press more than once, each with its truth: is the same control pressed repeatedly in haste? */
export interface Gesture {
  name: string;
  rage: boolean;
  /** Nothing is pressed. */
  isNoPress?: true;
  on: Case;
  make(page: Page, place: Place): Promise<void>;
}

/** The machine was too slow: the gesture that was made is not the intended one. */
export class TooSlow extends Error {}

/** `clickCount`: how many clicks in a row a browser counts; from the second on it selects what is there. */
const press = async (page: Page, { x, y }: Place, clickCount = 1) => {
  await Promise.all([page.mouse.move(x, y), page.mouse.down({ clickCount }), page.mouse.up({ clickCount })]);
};
/** Presses further apart are clicks of their own. */
const SAME_CLICK_MS = 400;
/** Presses that reach the page so much later than they were made may no longer count as one series. */
const MAX_LAG_MS = 500;
type Awaits = 'each answer' | 'nothing';

/**
 * Presses at a given pace. The browser is told when each was made, as by a mouse, so that a busy machine makes them arrive later and no
 * further apart. Where the control responds to each, a press waits until the one before has been taken.
 */
const times =
  (count: number, gap: number, { shift = 0, awaits = 'each answer' as Awaits } = {}) =>
  async (page: Page, { x, y }: Place) => {
    const session = await page.context().newCDPSession(page);
    const begun = Date.now();
    const sent: Promise<unknown>[] = [];
    for (let at = 0; at < count; at++) {
      const due = begun + at * gap;
      await page.waitForTimeout(Math.max(0, due - Date.now()));
      if (count >= 4 && gap <= 250 && Date.now() - due > MAX_LAG_MS) throw new TooSlow(`${count} presses took too long`);
      const clickCount = gap <= SAME_CLICK_MS && shift === 0 ? at + 1 : 1;
      const common = { x: x + shift * at, y, timestamp: due / 1000 };
      const pressing = Promise.all([
        session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...common }),
        session.send('Input.dispatchMouseEvent', { type: 'mousePressed', button: 'left', clickCount, ...common }),
        session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', button: 'left', clickCount, ...common }),
      ]);
      sent.push(pressing);
      if (awaits === 'each answer') await pressing;
    }
    await Promise.all(sent);
    await session.detach();
  };
const deaf = (shape: Shape, broken: Breakage = 'handler gives up'): Case => ({ truth: 'broken', shape, broken, around: 'quiet' });
const busy = (shape: Shape, effect: EffectName): Case => ({ truth: 'live', shape, effect, around: 'quiet' });
const native = (one: Native): Case => ({ truth: 'live', native: one, around: 'quiet' });

const hasty: readonly Shape[] = [
  'button',
  'icon button',
  'div with role',
  'div that shows the hand',
  'input button',
  'button in a shadow root',
  'button in a frame',
  'menu item',
  'tab',
  'drag handle',
];
const paces = [
  [4, 120],
  [5, 150],
  [6, 180],
  [8, 110],
  [4, 250],
] as const;

const rage: Gesture[] = [
  ...hasty.flatMap((shape) =>
    paces.map(([count, gap]) => ({
      name: `${count} presses, ${gap} ms apart`,
      rage: true,
      on: deaf(shape),
      make: times(count, gap, { awaits: 'nothing' }),
    })),
  ),
  ...(['server takes 7 s', 'only a request', 'error toast'] as const).flatMap((effect) =>
    hasty.slice(0, 4).map((shape) => ({
      name: 'presses while the server is slow',
      rage: true,
      on: busy(shape, effect),
      make: times(5, 160, { awaits: 'nothing' }),
    })),
  ),
  ...hasty.slice(0, 6).map((shape) => ({
    name: 'with a hand that shakes',
    rage: true,
    on: deaf(shape),
    make: times(5, 150, { shift: 3, awaits: 'nothing' }),
  })),
];

const scrollBetween = async (page: Page, place: Place) => {
  for (let at = 0; at < 4; at++) {
    await press(page, place);
    await page.mouse.wheel(0, 8);
    await page.waitForTimeout(100);
  }
};
const pickText = async (page: Page, { x, y }: Place) => {
  await page.mouse.click(x, y, { clickCount: 3 });
  await press(page, { x, y });
};
const drag = async (page: Page, { x, y }: Place) => {
  for (let at = 0; at < 4; at++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60 + at * 30, y, { steps: 2 });
    await page.mouse.up();
  }
};
const goThrough = async (page: Page, { x, y }: Place) => {
  for (let at = 0; at < 6; at++) {
    await press(page, { x: x + (at % 2) * 120, y: y + at * 30 });
    await page.waitForTimeout(60);
  }
};
const steppers: readonly Shape[] = ['stepper', 'pager', 'switch'];
const nativesPressed: readonly Native[] = [
  'checkbox',
  'label for a checkbox',
  'text field',
  'textarea',
  'slider',
  'number field',
  'canvas',
  'editable text',
  'plain text',
  'radio',
];

const calm: Gesture[] = [
  ...steppers.flatMap((shape) =>
    paces.map(([count, gap]) => ({
      name: `${count} steps, ${gap} ms apart`,
      rage: false,
      on: busy(shape, 'text changes'),
      make: times(count, gap),
    })),
  ),
  ...nativesPressed.flatMap((one) =>
    paces.slice(0, 3).map(([count, gap]) => ({
      name: `${count} presses, ${gap} ms apart`,
      rage: false,
      on: native(one),
      make: times(count, gap),
    })),
  ),
  ...hasty.flatMap((shape) => [
    { name: 'once', rage: false, on: busy(shape, 'text changes'), make: times(1, 0) },
    { name: 'double click', rage: false, on: busy(shape, 'a panel opens'), make: times(2, 120) },
    { name: 'three in a row', rage: false, on: deaf(shape), make: times(3, 150) },
    { name: 'four without haste', rage: false, on: busy(shape, 'text changes'), make: times(4, 450) },
    { name: 'scrolled between', rage: false, on: busy(shape, 'text changes'), make: scrollBetween },
  ]),
  ...(['plain text', 'text field', 'textarea', 'editable text'] as const).map((one) => ({
    name: 'text is picked',
    rage: false,
    on: native(one),
    make: pickText,
  })),
  ...(['drag handle', 'button', 'div with role'] as const).map((shape) => ({
    name: 'dragged',
    rage: false,
    on: deaf(shape),
    make: drag,
  })),
  ...(['button', 'plain text'] as const).map(() => ({
    name: 'here and there',
    rage: false,
    on: native('plain text'),
    make: goThrough,
  })),
];

const flick = async (page: Page, { x, y }: Place) => {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: y + at }] });
  for (let at = 0; at < 4; at++) {
    await send('touchStart', 0);
    for (const way of [8, 20, 34]) await send('touchMove', at % 2 ? way : -way);
    await send('touchEnd');
    await page.waitForTimeout(60);
  }
};
/** Touches that scroll what they touch. */
export const flicks: readonly Gesture[] = (['button', 'div with role'] as const).map((shape) => ({
  name: 'flicked by touch',
  rage: false,
  isNoPress: true,
  on: deaf(shape),
  make: flick,
}));

/** Controls of any name that respond to each press, at once or a little later. */
const answeredEach: readonly EffectName[] = [
  'a row is added',
  'a number in a field goes up',
  'next page in a frame',
  'next page by a timer',
  'next page from the server',
];
export const stepping: readonly Gesture[] = answeredEach.flatMap((effect) =>
  (['button', 'icon button', 'div that shows the hand'] as const).map((shape, row) => {
    const [count, gap] = paces[row]!;
    return {
      name: `${count} presses, ${gap} ms apart, each answered`,
      rage: false,
      on: busy(shape, effect),
      make: times(count, gap),
    };
  }),
);

/** Presses in haste where a log scrolls itself. */
export const hasteInNoise: readonly Gesture[] = (['button', 'div with role'] as const).map((shape, row) => ({
  name: `${paces[row]![0]} presses, ${paces[row]![1]} ms apart`,
  rage: true,
  on: { ...deaf(shape), around: 'log that scrolls itself' as const },
  make: times(paces[row]![0], paces[row]![1], { awaits: 'nothing' }),
}));

export const gestures: readonly Gesture[] = [...rage, ...calm, ...stepping, ...flicks, ...hasteInNoise];
