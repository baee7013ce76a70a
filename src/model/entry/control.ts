import { z } from 'zod';

/** A control as it may be reported: its role, and its accessible name if the name belongs to the app and is not data. */
export const control = z.strictObject({
  role: z.string().min(1).max(60).meta({ description: 'ARIA role, as in "button"' }),
  name: z.string().max(200).optional().meta({ description: 'Accessible name; left out if it may be data' }),
  masked: z.boolean().optional().meta({ description: 'The name was withheld because it may be data' }),
});
export type Control = z.infer<typeof control>;

/** A control as the page describes it to the background worker, which decides what of it may be recorded. */
export type ObservedControl = Control;
