import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { anchor } from './anchor.ts';
import { checklist } from './checklist.ts';
import { guideFields } from './guide-fields.ts';
import { notice } from './notice.ts';
import { question } from './question.ts';
import { reply } from './reply.ts';
import { step } from './step.ts';

const tip = z.strictObject({
  kind: z.literal('tip'),
  ...guideFields,
  anchor: anchor.meta({ description: 'The control that the tip belongs to' }),
  body: text.meta({ description: 'Markdown' }),
  mark: z
    .enum(['beacon', 'underline'])
    .default('beacon')
    .meta({ description: 'A dot on the corner of the control, or a line under it' }),
  opens: slug.optional().meta({ description: 'Walkthrough that the tip offers' }),
});

export const walkthrough = z.strictObject({
  kind: z.literal('walkthrough'),
  ...guideFields,
  steps: z.array(step).min(1).max(50).meta({ description: 'Its steps, in their order' }),
});

export const guide = z.discriminatedUnion('kind', [tip, walkthrough, notice, checklist, question, reply]).meta({ id: 'guide' });
export type Guide = z.infer<typeof guide>;
export type Tip = z.infer<typeof tip>;
export type Walkthrough = z.infer<typeof walkthrough>;
