import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { condition } from './condition.ts';
import { stepAct } from './step-act.ts';
import { stepAdvance } from './step-advance.ts';

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
  advance: stepAdvance.default({ on: 'next' }),
  optional: z.boolean().optional().meta({ description: 'Skipped if its control does not appear in time' }),
  revealedBy: slug.optional().meta({
    description:
      'Id of an earlier step by which the control appears: the person is led back to it where the control has gone again',
  }),
  checks: z.array(check).min(1).max(10).optional().meta({ description: 'Conditions that must hold before the next step' }),
  next: z
    .array(branch)
    .min(1)
    .max(10)
    .optional()
    .meta({ description: 'Branches: the first whose condition holds is taken, else the following step' }),
  wait: z
    .strictObject({
      seconds: z.int().min(1).max(600).meta({ description: 'Time that the page may take' }),
      message: text.optional().meta({ description: 'Shown while waiting, as in "The order is being checked…"' }),
    })
    .optional()
    .meta({ description: 'How long the page may take until the control appears, or until what the step waits for happens' }),
  fallbackBody: text.optional().meta({ description: 'Markdown: what to do where the control cannot be found' }),
  do: stepAct.optional(),
});
export type Step = z.infer<typeof step>;
