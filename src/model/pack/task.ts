import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { urlScope } from './url-scope-schema.ts';

/** A piece of work with a beginning and an end, declared by the app's publisher. Its time is counted on the device. */
export const task = z
  .strictObject({
    id: slug,
    title: text,
    start: urlScope.meta({ description: 'Arriving here begins it' }),
    finish: urlScope.meta({ description: 'Arriving here afterwards finishes it' }),
    abandon: z.array(urlScope).max(20).optional().meta({ description: 'Arriving here gives it up' }),
    steps: z
      .array(z.strictObject({ id: slug, at: urlScope }))
      .max(50)
      .optional()
      .meta({ description: 'Places that every run must come through' }),
    every: z
      .enum(['week', 'month'])
      .optional()
      .meta({ description: 'How often it comes up, for the stages; each week if left out, and a month is four weeks' }),
    idle: z.int().min(1).max(480).default(30).meta({ description: 'Minutes with nothing done after which it is given up' }),
  })
  .meta({ id: 'task', description: 'A piece of work with a beginning and an end' });
export type Task = z.infer<typeof task>;
