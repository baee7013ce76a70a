import { z } from 'zod';
import { slug } from '../text/slug.ts';

/** GET /desk/api/packs: the newest version of every pack that was published to this hub. */
export const publishedPacks = z.strictObject({
  packs: z.array(
    z.strictObject({
      id: slug,
      app: slug,
      version: z.int(),
      guides: z.int().meta({ description: 'Number of its guides' }),
      publishedAt: z.iso.datetime(),
    }),
  ),
});
export type PublishedPacks = z.infer<typeof publishedPacks>;
