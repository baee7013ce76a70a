import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { condition } from './condition.ts';
import { stepAct } from './step-act.ts';
import { valueTest } from './value-test.ts';

const advance = z
  .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('next') }),
    z.strictObject({ on: z.literal('click') }),
    z.strictObject({
      on: z.literal('input'),
      value: valueTest.optional().meta({ description: 'Required value; any change counts if left out' }),
      message: text.optional().meta({ description: 'Shown when the value is different, as in "The amount is still empty."' }),
    }),
    z.strictObject({ on: z.literal('place'), to: urlScope }),
    z.strictObject({ on: z.literal('appears'), anchor: anchor.meta({ description: 'The control that has to appear' }) }),
    z.strictObject({
      on: z.literal('disappears'),
      anchor: anchor.optional().meta({ description: 'The control that has to disappear; the control of the step if left out' }),
    }),
  ])
  .meta({
    id: 'advance',
    description:
      'What completes the step: the Next button, a click on the control, a change of its value, arriving at a place, or a control that appears or disappears',
  });

const branch = z.strictObject({
  if: condition.optional().meta({ description: 'Always taken if left out' }),
  to: slug.meta({ description: 'Id of a step, or "end"' }),
});

const check = z.strictObject({
  requires: condition,
  message: text.meta({ description: 'Shown when the condition does not hold, as in "The amount is still empty."' }),
});

export const step = z.strictObject({
  id: slug,
  title: text,
  body: text.meta({ description: 'Markdown' }),
  anchor: anchor.optional().meta({ description: 'The control of the step; without one, the step is shown by itself' }),
  at: urlScope.optional().meta({ description: 'The place of the step' }),
  go: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)/, 'must be an address inside the app that begins with one "/"')
    .optional()
    .meta({ description: 'Address inside the app that the person is offered when the page does not match "at"' }),
  advance: advance.default({ on: 'next' }),
  optional: z.boolean().optional().meta({ description: 'Skipped if its control does not appear in time' }),
  checks: z.array(check).min(1).max(10).optional().meta({ description: 'Conditions that must hold before the next step' }),
  next: z
    .array(branch)
    .min(1)
    .max(10)
    .optional()
    .meta({ description: 'Branches: the first whose condition holds is taken, else the following step' }),
  wait: z
    .strictObject({
      seconds: z.int().min(1).max(600),
      message: text.optional().meta({ description: 'Shown while waiting, as in "The order is being checked…"' }),
    })
    .optional()
    .meta({ description: 'How long the page may take until the control appears, or until what the step waits for happens' }),
  fallbackBody: text.optional().meta({ description: 'Markdown: what to do where the control cannot be found' }),
  do: stepAct.optional(),
});
export type Step = z.infer<typeof step>;
