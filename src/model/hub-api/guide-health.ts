import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { share } from './answer-figures.ts';

const controlProblem = z.enum(['missing', 'weak']).meta({
  description:
    'missing: people missed its control; weak: it was found, with less confidence than when it was recorded, and is likely to be missing soon',
});

const stepHealth = z.strictObject({
  pack: slug,
  guide: slug,
  step: z.string().meta({ description: 'Id of the step; empty for the own control of a guide without steps' }),
  what: controlProblem,
  app: slug,
  guideTitle: z.string(),
  stepTitle: z.string().nullable(),
  version: z.int(),
  week: z.iso.date().meta({ description: 'It covers what arrived before this Monday, UTC' }),
  share: share.meta({ description: 'Of the people who met the guide: those for whom it was so' }),
  since: z.iso.date().meta({ description: 'The first weekly figure of those in a row in which it was so' }),
  routes: z
    .array(z.strictObject({ route: z.string(), share }))
    .meta({ description: 'By where they began, if that tells of nobody' }),
  versions: z.array(z.strictObject({ version: z.int(), week: z.iso.date(), share })),
});
export type StepHealth = z.infer<typeof stepHealth>;

/** GET /desk/api/guide-health: steps whose controls people missed or were weak; those that were missed first, and each by the largest share. */
export const guideHealthList = z.strictObject({
  steps: z.array(stepHealth),
  week: z.iso.date().nullable().meta({ description: 'The newest weekly snapshot; null before the first' }),
});
export type GuideHealthList = z.infer<typeof guideHealthList>;

/** POST /desk/api/guide-health/repair: prepares a draft of the newest version, for an author to correct and hand in. */
export const repairRequest = z.strictObject({
  ...{ pack: slug, guide: slug, step: z.string().max(63) },
  what: controlProblem.default('missing'),
});
export type RepairRequest = z.input<typeof repairRequest>;
