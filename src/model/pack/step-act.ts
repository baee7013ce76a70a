import { z } from 'zod';
import { text } from '../text/text.ts';

const risky = z.boolean().optional().meta({
  description:
    'true: ask again before it is done. false: a button that changes nothing for good. Left out, its kind decides; what sends or deletes is always asked again',
});

/** What Cairn may do in the person's place, after they agreed. */
export const stepAct = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('click'), risky }),
    z.strictObject({ act: z.literal('fill'), with: text, risky }),
    z.strictObject({ act: z.literal('choose'), option: text, risky }),
    z.strictObject({ act: z.literal('check'), on: z.boolean(), risky }),
  ])
  .meta({
    id: 'step-act',
    description: 'What may be done for the person: press it, fill it in, choose an option by its words, or set a tick',
  });
export type StepAct = z.infer<typeof stepAct>;
