import { z } from 'zod';
import { signals } from '../entry/entry.ts';
import { text } from '../text/text.ts';
import { urlScope } from './url-scope-schema.ts';

/** What of friction is not to be told of this app, since there it is no friction. */
export const ignoreRule = z
  .strictObject({
    where: z.array(urlScope).min(1).max(50).optional().meta({ description: 'Places where it holds; everywhere if left out' }),
    role: z.string().min(1).max(60).optional().meta({ description: 'Role of the control, as in "button"' }),
    name: text.optional().meta({ description: 'Accessible name of the control, in whichever languages the app has' }),
    signals: z.array(z.enum(signals)).min(1).optional().meta({ description: 'Which signals; all if left out' }),
  })
  .refine(({ where, role, name, signals }) => where || role || name || signals, 'must say what is to be left out')
  .meta({ id: 'ignore-rule', description: 'Friction that is not told: on a control, in a place, of a kind' });
export type IgnoreRule = z.infer<typeof ignoreRule>;
