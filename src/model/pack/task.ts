import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';

/** A piece of work with a start and a finish, declared by the app's publisher. Its duration is measured on the device. */
export const task = z
  .strictObject({
    id: slug,
    title: text,
    start: urlScope.meta({ description: 'Arriving here starts the task' }),
    finish: urlScope.meta({ description: 'Arriving here after the start finishes the task' }),
    abandon: z.array(urlScope).max(20).optional().meta({ description: 'Arriving here abandons the task' }),
    steps: z
      .array(z.strictObject({ id: slug, at: urlScope }))
      .max(50)
      .optional()
      .meta({ description: 'Places that every run must pass' }),
    every: z
      .enum(['week', 'month'])
      .optional()
      .meta({ description: 'How often the task is due, for the stages: weekly if left out; a month is four weeks' }),
    idle: z
      .int()
      .min(1)
      .max(480)
      .default(30)
      .meta({ description: 'Minutes without activity after which the task counts as abandoned' }),
  })
  .meta({ id: 'task', description: 'A piece of work with a start and a finish' });
export type Task = z.infer<typeof task>;
