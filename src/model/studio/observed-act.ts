import { z } from 'zod';
import { observedControl } from '../entry/control.ts';
import { anchor } from '../pack/anchor.ts';
import { stepPicture } from './step-picture.ts';

/**
 * What a person did with a control while they record. Which event was heard decides, and not what the role suggests: a component whose
 * inner field changes is `input`, a menu that acts on the press is `click`.
 */
export const actKinds = [
  'click',
  'double-click',
  'context-menu',
  'input',
  'choose',
  'check',
  'radio',
  'file',
  'drag',
  'hover',
  'press-key',
  'in-words',
] as const;
export type ActKind = (typeof actKinds)[number];

/** How well an anchor tells its control from the others: `only`, nothing is like it; `sure`; `weak`, it may be mistaken; `ambiguous`, it cannot be told. */
export const anchorStrength = z.enum(['only', 'sure', 'weak', 'ambiguous']);
export type AnchorStrength = z.infer<typeof anchorStrength>;

const actId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be 1 to 60 lower-case letters, digits or hyphens');

/**
 * One act as the recorder on a page reports it. It never holds what was typed, chosen or dropped. Names in it are as observed: the background
 * removes each that is not known to belong to the app before anything is stored.
 */
const observedAct = z.strictObject({
  id: actId.meta({ description: 'A later report of the same id replaces this one: typing goes on, a switch is switched back' }),
  kind: z.enum(actKinds),
  anchor: anchor.meta({ description: 'The control, described when the pointer or the key went down' }),
  to: anchor.optional().meta({ description: 'Of a drag: where it was dropped' }),
  state: z.enum(['on', 'off']).optional().meta({ description: 'Of a check: the state reached' }),
  option: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Of a choice: the name of the option, if it looks like the app’s own' }),
  position: observedControl.shape.position.meta({
    description: 'Where the control stands among its like: what is said of it if its name may not be said',
  }),
  key: z.string().max(20).optional().meta({ description: 'Of press-key, as in KeyboardEvent.key' }),
  at: z.int().meta({ description: 'When the pointer or the key went down, in epoch milliseconds' }),
  route: z.string().max(300).meta({ description: 'Route template of the page' }),
  strength: anchorStrength,
  rival: z
    .strictObject({ role: z.string().max(60), name: z.string().max(200).optional() })
    .optional()
    .meta({ description: 'The control that is most likely to be mistaken for this one' }),
  revealedBy: actId.optional().meta({ description: 'The act that made the control appear' }),
  appears: anchor.optional().meta({ description: 'A dialog, message or region that appeared because of it: offered as a check' }),
  picture: stepPicture.optional(),
});
export type ObservedAct = z.infer<typeof observedAct>;

/** Something was done of which no step can be made; the person is told at once, and can add one in words. */
export const missedReport = z.strictObject({
  is: z.literal('missed'),
  id: actId,
  why: z.enum(['no-control', 'not-drawn', 'closed-shadow', 'foreign-frame', 'failed']),
  role: z.string().max(60).optional(),
  at: z.int(),
});

/** What the recorder on a page tells the background, in order. Each is stored before the page can unload. */
export const recorderReport = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('act'), act: observedAct }),
  /** The act is none after all: a switch flipped back, a hover that revealed nothing. */
  z.strictObject({ is: z.literal('removed'), id: actId }),
  missedReport,
  /** The page is at another address. `by`: the act within five seconds before it, if any. */
  z.strictObject({
    is: z.literal('navigated'),
    route: z.string().max(300),
    at: z.int(),
    how: z.enum(['load', 'reload', 'back-forward', 'same-document']),
    by: actId.optional(),
  }),
  /** Escape, Cancel, undo or Back within ten seconds: these acts are offered for removal as a pair. */
  z.strictObject({ is: z.literal('undone'), act: actId, by: actId.optional(), at: z.int() }),
]);
export type RecorderReport = z.infer<typeof recorderReport>;
