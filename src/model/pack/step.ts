import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { condition } from './condition.ts';
import { stepAct } from './step-act.ts';
import { urlScope } from './url-scope-schema.ts';
import { valueTest } from './value-test.ts';

export const advance = z
  .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('next') }),
    z.strictObject({ on: z.literal('click') }),
    z.strictObject({
      on: z.literal('input'),
      value: valueTest.optional().meta({ description: 'What the value must be; any change will do if left out' }),
      message: text.optional().meta({ description: 'Said when it is not, as in "The amount is still empty."' }),
    }),
    z.strictObject({ on: z.literal('place'), to: urlScope }),
    z.strictObject({ on: z.literal('appears'), anchor: anchor.meta({ description: 'What has to appear' }) }),
    z.strictObject({
      on: z.literal('disappears'),
      anchor: anchor.optional().meta({ description: 'What has to go; the control of the step if left out' }),
    }),
  ])
  .meta({
    id: 'advance',
    description:
      'What takes the person on: Next, a click on the control, a change of its value, arriving at a place, or something that appears or goes',
  });

export const branch = z.strictObject({
  if: condition.optional().meta({ description: 'Left out, it is always taken' }),
  to: slug.meta({ description: 'Id of a step, or "end"' }),
});

export const check = z.strictObject({
  requires: condition,
  message: text.meta({ description: 'Said when it is not so, as in "The amount is still empty."' }),
});

export const step = z.strictObject({
  id: slug,
  title: text,
  body: text.meta({ description: 'Markdown' }),
  anchor: anchor.optional().meta({ description: 'The control it is about; left out, the step stands by itself' }),
  at: urlScope.optional().meta({ description: 'Where the step belongs' }),
  go: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)/, 'must be an address inside the app that begins with one "/"')
    .optional()
    .meta({ description: 'Address inside the app that the person is offered when the page is not the one in "at"' }),
  advance: advance.default({ on: 'next' }),
  optional: z.boolean().optional().meta({ description: 'Passed over where its control is not there in time' }),
  checks: z.array(check).min(1).max(10).optional().meta({ description: 'What has to be so before the person goes on' }),
  next: z
    .array(branch)
    .min(1)
    .max(10)
    .optional()
    .meta({ description: 'Where it goes on: the first whose condition holds, else the step that follows' }),
  wait: z
    .strictObject({
      seconds: z.int().min(1).max(600),
      message: text.optional().meta({ description: 'Said while it lasts, as in "The order is being checked…"' }),
    })
    .optional()
    .meta({ description: 'How long the page may take until the control is there, or until what the step waits for has come' }),
  fallbackBody: text.optional().meta({ description: 'Markdown: what to do where the control cannot be found' }),
  do: stepAct.optional(),
});
export type Step = z.infer<typeof step>;
