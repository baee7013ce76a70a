import type { Breakage, EffectName } from './in-page/effects.ts';
import type { Native, Shape } from './in-page/shapes.ts';
import type { Surrounding } from './in-page/surroundings.ts';

/** One control whose truth is known, because it was built for it. */
export interface Case {
  truth: 'live' | 'broken';
  shape?: Shape;
  native?: Native;
  effect?: EffectName;
  broken?: Breakage;
  around: Surrounding;
  /** The page responds late: a slow response is to be found. */
  slow?: true;
  /** The page shows an error: an error click is to be found. */
  fails?: true;
}

const effectNames: readonly EffectName[] = [
  'text changes',
  'its own state changes',
  'a panel opens',
  'a dialog opens',
  'a popover opens',
  'only a request',
  'only an old-style request',
  'request, then text',
  'server takes 1 s',
  'server takes 3 s',
  'server takes 7 s',
  'optimistic, then request',
  'hash changes',
  'history changes',
  'page goes elsewhere',
  'page goes elsewhere, slowly',
  'window opens',
  'prints',
  'file is downloaded',
  'text is copied',
  'focus moves',
  'page scrolls',
  'box scrolls smoothly',
  'media plays',
  'a field is emptied',
  'all are ticked',
  'canvas is drawn',
  'error toast',
  'tells screen readers alone',
  'server refuses a field',
  'session is over',
  'acts on mousedown',
  'acts on pointerdown, asynchronously',
  'drawn anew on mousedown',
  'synchronous, then stops the event',
  'in a microtask',
  'in the next frame',
  'after 800 ms',
  'after 2 s',
  'debounced request',
  'details open',
  'text is selected',
  'dialog closes',
  'rows of a virtual list change',
  'a frame goes elsewhere',
  'a shadow root changes',
  'asks by a dialog of the browser',
  'style alone',
];
const shapeNames: readonly Shape[] = [
  'button',
  'icon button',
  'div with role',
  'div that shows the hand',
  'input button',
  'button in a shadow root',
  'button in a frame',
  'menu item',
  'tab',
  'stepper',
  'pager',
  'switch',
  'drag handle',
  'button that looks pressed',
  'button with a ripple',
];
const nativeNames: readonly Native[] = [
  'checkbox',
  'label for a checkbox',
  'label for a text field',
  'radio',
  'radio already chosen',
  'tab already chosen',
  'summary',
  'text field',
  'textarea',
  'select',
  'slider',
  'number field',
  'date field',
  'file field',
  'link',
  'link that opens a tab',
  'child of a link in a shadow root',
  'link to the same place',
  'download',
  'canvas',
  'video',
  'editable text',
  'disabled button',
  'button that says it is off',
  'plain text',
  'popover by attribute',
  'submit that the browser refuses',
  'submit of a form',
  'reset of a form',
  'menu that opens on hover',
  'menu that opens on hover by style alone',
];
const noisy: readonly Surrounding[] = [
  'spinner by style',
  'spinner by script',
  'clock',
  'list drawn anew',
  'polling',
  'ticker that comes and goes',
  'scripts and styles added',
];
const breakages: readonly Breakage[] = [
  'no handler',
  'handler gives up',
  'handler stops the event',
  'handler on what was replaced',
  'error swallowed',
  'promise that never comes',
  'same state set again',
];
/** Responses that a noisy page must not hide. */
const throughNoise: readonly EffectName[] = [
  'text changes',
  'only a request',
  'request, then text',
  'after 800 ms',
  'a field is emptied',
];
const slow: readonly EffectName[] = ['server takes 3 s', 'server takes 7 s', 'page goes elsewhere, slowly'];

const at = <T>(list: readonly T[], number: number): T => list[number % list.length]!;

/** Every effect on three of the shapes, controls of the browser itself, and responses in noise. */
const live: Case[] = [
  ...effectNames.flatMap((effect, row) =>
    [0, 1, 2].map(
      (turn): Case => ({
        truth: 'live',
        shape: at(shapeNames, row + turn * 4),
        effect,
        around: 'quiet',
        ...(slow.includes(effect) && { slow: true }),
      }),
    ),
  ),
  // Chromium's timeline reports a request only when its answer has been read to the end: a known limit, so it is included.
  { truth: 'live', shape: 'button', effect: 'only a request, its answer not read', around: 'quiet' },
  ...nativeNames.map((native): Case => ({ truth: 'live', native, around: 'quiet' })),
  ...noisy.flatMap((around, row) =>
    throughNoise.map((effect, turn): Case => ({ truth: 'live', shape: at(shapeNames, row + turn * 3), effect, around })),
  ),
];

/** Every shape in every noise, broken in different ways, and every shape broken in every way without noise. */
const broken: Case[] = [
  ...shapeNames.flatMap((shape, row) =>
    noisy.map((around, turn): Case => ({ truth: 'broken', shape, broken: at(breakages, row + turn), around })),
  ),
  ...shapeNames.flatMap((shape) => breakages.map((way): Case => ({ truth: 'broken', shape, broken: way, around: 'quiet' }))),
  ...noisy.flatMap((around, row) =>
    shapeNames
      .slice(0, 4)
      .map((shape, turn): Case => ({ truth: 'broken', shape, broken: at(breakages, row + turn + 3), around })),
  ),
];

/** What UI libraries do; each of these was judged wrongly once. */
export const others: readonly Case[] = [
  ...(
    [
      'menu that opens by focus alone',
      'drag handle by its description',
      'thing to be dragged',
      'chosen by class alone',
      'page we are on, by its item',
      'off by its pointer alone',
      'pressed one of a group',
    ] as const
  ).map((native): Case => ({ truth: 'live', native, around: 'quiet' })),
  ...(['a row is added', 'a number in a field goes up', 'sound is turned off', 'a tip opens', 'text changes'] as const).map(
    (effect): Case => ({ truth: 'live', shape: 'button whose ripple stays', effect, around: 'quiet' }),
  ),
  ...(['attributes written as they were', 'focus order written again', 'a tip goes'] as const).flatMap((way) =>
    (['button', 'div with role', 'button whose ripple stays'] as const).map(
      (shape): Case => ({ truth: 'broken', shape, broken: way, around: 'quiet' }),
    ),
  ),
  ...(['button', 'icon button', 'div with role', 'div that shows the hand'] as const).map(
    (shape): Case => ({ truth: 'broken', shape, broken: 'something unseen lies over it', around: 'quiet' }),
  ),
];

/** What goes on without a click: by each of these, a response was once believed where there was none. */
const restless: readonly Surrounding[] = [
  'log that scrolls itself',
  'address that counts',
  'hash that counts',
  'field that counts',
  'box that ticks itself',
  'frame that loads itself',
  'sound that comes and goes',
  'text that selects itself',
  'attributes that come and go',
  'events without a person',
  'neighbour that blinks by style',
  'poll that fails',
];
const redrawn: readonly Breakage[] = [
  'drawn anew, the same',
  'text written as it was',
  'class taken and given',
  'address written as it is',
];

export const background: readonly Case[] = [
  ...restless.flatMap((around, row) => [
    { truth: 'broken' as const, shape: at(shapeNames, row), broken: at(breakages, row), around },
    { truth: 'broken' as const, shape: at(shapeNames, row + 7), broken: at(breakages, row + 2), around },
    ...(['text changes', 'after 800 ms', 'a field is emptied'] as const).map(
      (effect, turn): Case => ({ truth: 'live', shape: at(shapeNames, row + turn * 4), effect, around }),
    ),
  ]),
  ...redrawn.flatMap((way) =>
    (['button', 'div with role', 'icon button'] as const).map(
      (shape): Case => ({ truth: 'broken', shape, broken: way, around: 'quiet' }),
    ),
  ),
  ...(['loading in an alert', 'saved in an alert', 'alert drawn anew'] as const).map(
    (effect): Case => ({ truth: 'live', shape: 'button', effect, around: 'quiet' }),
  ),
  { truth: 'live', shape: 'button', effect: 'error that stays in an alert', around: 'quiet', fails: true },
  { truth: 'live', shape: 'div with role', effect: 'error toast', around: 'quiet', fails: true },
  { truth: 'live', shape: 'button', effect: 'error toast', around: 'poll that fails', fails: true },
];

export const corpus: readonly Case[] = [...live, ...broken, ...others, ...background];

/** Every `nth` case. */
export const slice = (nth: number): Case[] => corpus.filter((_, number) => number % nth === 0);

export const address = (one: Case): string => {
  const { truth: _, slow: _slow, fails: _fails, ...named } = one;
  return `/page?${new URLSearchParams(named as Record<string, string>)}`;
};
export const nameOf = ({ native, shape, effect, broken: way, around }: Case): string =>
  [native ?? shape, effect ?? way, around === 'quiet' ? undefined : around].filter(Boolean).join(' · ');
