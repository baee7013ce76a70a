import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { valueTest } from './value-test.ts';

/** What completes a step. */
export const stepAdvance = z
  .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('next') }),
    z.strictObject({ on: z.literal('click') }),
    z.strictObject({ on: z.literal('double-click') }),
    z.strictObject({
      on: z.literal('input'),
      value: valueTest.optional().meta({ description: 'Required value; any change counts if left out' }),
      message: text.optional().meta({ description: 'Shown when the value is different, as in "The amount is still empty."' }),
    }),
    z.strictObject({
      on: z.literal('choose'),
      option: text.optional().meta({
        description:
          'The option that the step is about, as the app names it; every choice completes the step, and a check requires one',
      }),
    }),
    z.strictObject({
      on: z.literal('drag'),
      to: anchor.optional().meta({ description: 'Where it has to be dropped; anywhere if left out' }),
    }),
    z.strictObject({ on: z.literal('file') }),
    z.strictObject({ on: z.literal('hover') }),
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
      'What completes the step: the Next button; a click or double click on the control, a change of its value, a choice in it, dragging it, choosing a file with it, pointing at it; arriving at a place; a control that appears or disappears',
  });
export type StepAdvance = z.infer<typeof stepAdvance>;

/** What a person does with the control of a step. */
export type ControlAct = Extract<StepAdvance['on'], 'click' | 'double-click' | 'input' | 'choose' | 'drag' | 'file' | 'hover'>;
