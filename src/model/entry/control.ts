import { z } from 'zod';
import { nameFingerprint } from './name-fingerprint.ts';

/** A control as it may be reported: its role, and its accessible name if the name belongs to the app and is not data. */
export const control = z.strictObject({
  role: z.string().min(1).max(60).meta({ description: 'ARIA role, as in "button"' }),
  name: z.string().max(200).optional().meta({ description: 'Accessible name; left out if it may be data' }),
  fingerprint: nameFingerprint.optional().meta({
    description:
      'Code of a name that Cairn does not know, made with a key that the hub does not have; the hub counts how many people send the same code',
  }),
  masked: z.boolean().optional().meta({ description: 'The name was withheld because it may be data' }),
});
export type Control = z.infer<typeof control>;

/** A control as the page describes it to the background worker, which decides what of it may be recorded. */
export type ObservedControl = Control;
