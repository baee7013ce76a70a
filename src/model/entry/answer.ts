import { z } from 'zod';
import { slug } from '../text/slug.ts';

const point = z.int().min(1).max(7);

/** A person's answer to a question of a pack. */
export const answer = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('umux-lite'),
    capabilities: point.meta({ description: 'Its capabilities meet my requirements: 1 not at all, 7 fully' }),
    ease: point.meta({ description: 'It is easy to use: 1 not at all, 7 fully' }),
  }),
  z.strictObject({ what: z.literal('choice'), option: slug.meta({ description: 'The chosen option' }) }),
  z.strictObject({
    what: z.literal('words'),
    words: z.string().min(1).max(4000).meta({ description: 'What the person typed into our own form' }),
  }),
]);
export type Answer = z.infer<typeof answer>;

/** UMUX-Lite from 0 to 100 (Lewis, Utesch and Maher, CHI 2013). */
export const umuxLiteScore = ({ capabilities, ease }: { capabilities: number; ease: number }): number =>
  ((capabilities + ease - 2) * 100) / 12;
