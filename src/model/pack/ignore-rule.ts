import { z } from 'zod';
import { signals } from '../entry/entry.ts';
import { urlScope } from '../route/url-scope-schema.ts';
import { text } from '../text/text.ts';

/** Friction signals that are expected in this app and therefore not recorded. */
export const ignoreRule = z
  .strictObject({
    where: z
      .array(urlScope)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Places where the rule applies; everywhere if left out' }),
    role: z.string().min(1).max(60).optional().meta({ description: 'Role of the control, as in "button"' }),
    name: text.optional().meta({ description: 'Accessible name of the control, in the languages of the app' }),
    signals: z.array(z.enum(signals)).min(1).optional().meta({ description: 'Signals that are ignored; all if left out' }),
  })
  .refine(({ where, role, name, signals }) => where || role || name || signals, 'must name a place, a role, a name or a signal')
  .meta({ id: 'ignore-rule', description: 'Friction that is not recorded: by control, place or signal' });
export type IgnoreRule = z.infer<typeof ignoreRule>;
