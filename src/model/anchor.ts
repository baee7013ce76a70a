import { z } from 'zod';
import { text } from './text.ts';

/**
 * How a control is known again. Role and accessible name are enough to write one by hand; the rest is what `describe` records.
 */
export const anchor = z
  .strictObject({
    role: z.string().min(1).max(60).meta({ description: 'ARIA role, as in "button" or "searchbox"' }),
    name: text.optional().meta({ description: 'Accessible name, by language where it differs' }),
  })
  .meta({ id: 'anchor', description: 'How a control is known again' });
export type Anchor = z.infer<typeof anchor>;
