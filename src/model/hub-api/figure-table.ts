import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { point, share } from './answer-figures.ts';

/** Most figures in one table: the questions of all packs of an organisation. */
export const MAX_TABLE_FIGURES = 2000;

const ofQuestion = {
  app: slug,
  pack: slug,
  guide: slug,
  people: z.int().meta({ description: 'The fewest people that can have answered' }),
  until: z.iso.date().meta({ description: 'Answers that arrived before this Monday, UTC' }),
} as const;

const publishedFigure = z.discriminatedUnion('what', [
  z.strictObject({ ...ofQuestion, what: z.literal('umux-lite'), score: point, low: point, high: point }),
  z.strictObject({ ...ofQuestion, what: z.literal('choice'), shares: z.record(slug, share) }),
]);
export type PublishedFigure = z.infer<typeof publishedFigure>;

/** GET /v1/figures: every published figure of all apps, the same for every device, so that no request tells what a device is interested in. */
export const figureTable = z.strictObject({
  week: z.iso
    .date()
    .nullable()
    .meta({ description: 'The Monday of the edition; it never changes within a week. Null before the first' }),
  figures: z.array(publishedFigure).max(MAX_TABLE_FIGURES).meta({ description: 'By pack, guide and kind' }),
});
export type FigureTable = z.infer<typeof figureTable>;
