import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { anchor } from './anchor.ts';
import { stages } from './stage.ts';

/** What the person did with another guide of the pack. */
const priorGuideState = z
  .strictObject({
    guide: slug.meta({ description: 'Another guide of this pack' }),
    state: z.enum(['seen', 'done', 'dismissed']).default('done'),
  })
  .meta({ id: 'prior-guide-state', description: 'What the person did with another guide of the pack' });

/** Fields that narrow whom and when a guide fits, beyond place, audience and dates. */
export const targetingFields = {
  requiresControl: anchor.optional().meta({ description: 'Fits only while this control is on the page' }),
  stage: z
    .strictObject({
      task: slug.meta({ description: 'A task of this pack' }),
      is: z.array(z.enum(stages)).min(1).max(stages.length).meta({ description: 'Any of these stages' }),
    })
    .optional()
    .meta({ id: 'stage', description: 'Stage of the person with a task, by how often they complete it' }),
  after: z.array(priorGuideState).min(1).max(20).optional().meta({ description: 'Fits only after all of these' }),
  unless: z.array(priorGuideState).min(1).max(20).optional().meta({ description: 'Does not fit after any of these' }),
  share: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Percentage of installs that get the guide; always the same ones' }),
};
