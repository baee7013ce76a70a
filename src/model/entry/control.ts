import { z } from 'zod';
import { nameFingerprint } from './name-fingerprint.ts';

const role = z.string().min(1).max(60);
const name = z.string().max(200);
const ordinal = z.int().min(1).max(100_000);

/** Where a control stands among those of its role. It says nothing that the app did not lay out. */
const positionWithin = <Within extends z.ZodType>(within: Within) => ({
  nth: ordinal.meta({ description: 'Its number among the controls of its role, counted from 1 in reading order' }),
  of: ordinal.optional().meta({ description: 'How many there are; left out if there are too many to count' }),
  within: within.optional().meta({ description: 'The form, dialog or other part of the page that contains it' }),
});
const position = z.strictObject(
  positionWithin(
    z.strictObject({
      role: role.meta({ description: 'ARIA role, as in "form"' }),
      name: name.optional().meta({ description: 'Accessible name; left out unless every word of it belongs to the app' }),
    }),
  ),
);
export type ControlPosition = z.infer<typeof position>;

/** A control as it may be reported: its role, and its accessible name if that belongs to the app; otherwise its position. */
export const control = z.strictObject({
  role: role.meta({ description: 'ARIA role, as in "button"' }),
  name: name.optional().meta({
    description: 'Accessible name without numbers; left out unless every word of it is known to belong to applications',
  }),
  nameIncluded: z
    .literal(true)
    .optional()
    .meta({ description: 'The name would have been withheld, and the person chose to include it' }),
  position: position.optional().meta({ description: 'Where the control stands, if it is reported without its name' }),
  fingerprint: nameFingerprint.optional().meta({
    description:
      'Code of a name that Cairn does not know, made with a key that the hub does not have; the hub counts how many people send the same code',
  }),
  masked: z.boolean().optional().meta({ description: 'The name was withheld because it may be data' }),
});
export type Control = z.infer<typeof control>;

const observedName = { role, name: name.optional(), masked: z.boolean().optional() };
/**
 * A control as the page describes it to the background worker, which decides what of it may be recorded. `masked`: the page knows that the
 * name is data, and does not tell it.
 */
export const observedControl = z.strictObject({
  ...observedName,
  position: z.strictObject(positionWithin(z.strictObject(observedName))).optional(),
});
export type ObservedControl = z.infer<typeof observedControl>;
