import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { anchor } from './anchor.ts';
import { valueTest } from './value-test.ts';

const ofStep = anchor.optional().meta({ description: 'The control; the control of the step if left out' });

/** A condition that holds on the page or does not. */
export const condition = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('appears'), anchor }),
    z.strictObject({ is: z.literal('disappears'), anchor }),
    z.strictObject({ is: z.literal('place'), place: urlScope }),
    z.strictObject({ is: z.literal('value'), anchor: ofStep, value: valueTest }),
  ])
  .meta({ id: 'condition', description: 'A control is on the page or not, the page matches a place, or a control has a value' });
export type Condition = z.infer<typeof condition>;
