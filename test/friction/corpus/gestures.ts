import { setTimeout as pause } from 'node:timers/promises';
import type { Case } from './corpus.ts';
import type { Place, Pointer, Series } from './corpus-browser.ts';
import type { Breakage, EffectName } from './in-page/effects.ts';
import type { Native, Shape } from './in-page/shapes.ts';

/** Ways to press more than once, each with its truth: is the same control pressed repeatedly in haste? */
export interface Gesture {
  name: string;
  rage: boolean;
  /** Nothing is pressed. */
  isNoPress?: true;
  /** It is made by touches that scroll the page, which not every browser lets a test make. */
  byTouch?: true;
  on: Case;
  make(pointer: Pointer, place: Place): Promise<void>;
}

/** Presses at a given pace, at the same place or with a hand that moves a little. */
const times =
  (count: number, gap: number, { shift = 0, awaits = 'each answer' as Series['awaits'] } = {}) =>
  (pointer: Pointer, place: Place) =>
    pointer.pressSeries(place, { count, gap, shift, awaits });
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

const scrollBetween = async (pointer: Pointer, place: Place) => {
  for (let at = 0; at < 4; at++) {
    await pointer.press(place);
    await pointer.wheel(8);
    await pause(100);
  }
};
const pickText = async (pointer: Pointer, place: Place) => {
  await pointer.press(place, 3);
  await pointer.press(place);
};
const drag = async (pointer: Pointer, { x, y }: Place) => {
  for (let at = 0; at < 4; at++) {
    await pointer.move({ x, y });
    await pointer.down();
    await pointer.move({ x: x + 60 + at * 30, y }, 2);
    await pointer.up();
  }
};
const goThrough = async (pointer: Pointer, { x, y }: Place) => {
  for (let at = 0; at < 6; at++) {
    await pointer.press({ x: x + (at % 2) * 120, y: y + at * 30 });
    await pause(60);
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

/** Touches that scroll what they touch. */
export const flicks: readonly Gesture[] = (['button', 'div with role'] as const).map((shape) => ({
  name: 'flicked by touch',
  rage: false,
  isNoPress: true,
  byTouch: true,
  on: deaf(shape),
  make: async (pointer, place) => pointer.flick?.(place),
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
