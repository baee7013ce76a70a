import { z } from 'zod';
import { text } from '../text/text.ts';

const risky = z.boolean().optional().meta({
  description:
    'true: confirm twice. false: pressing this option, row or cell changes nothing permanently. Otherwise the kind of control decides; a button that opens nothing is always confirmed twice',
});

/** An action that Cairn may perform for the person, after they confirmed it. */
export const stepAct = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('click'), risky }),
    z.strictObject({ act: z.literal('fill'), with: text, risky }),
    z.strictObject({ act: z.literal('choose'), option: text, risky }),
    z.strictObject({ act: z.literal('check'), on: z.boolean().meta({ description: 'The state to set' }), risky }),
  ])
  .meta({
    id: 'step-act',
    description: 'Action that may be performed for the person: click, fill in, choose an option by its text, or set a checkbox',
  });
export type StepAct = z.infer<typeof stepAct>;
