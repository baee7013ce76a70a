import { z } from 'zod';
import { launcherSpot } from '../model/person/launcher-spot.ts';
import { slug } from '../model/text/slug.ts';
import { done } from './result.ts';

/** The key of a guide, as `pack/guide`. */
export const guideKeyBody = z.string().min(1).max(300);

/** What the person wants of Cairn: what is not to be shown to them, and where its button is. */
export const preferenceMessages = {
  /**
   * The person mutes tips: everywhere for a time, in this app, or of one guide (`pack/guide`); or unmutes them. Pages of the extension name
   * the app.
   */
  mute: {
    from: 'anywhere',
    body: z.strictObject({
      wish: z.enum(['hour', 'today', 'app', 'guide', 'always', 'none']),
      guide: guideKeyBody.optional(),
      app: slug.optional(),
    }),
    reply: done,
  },
  /** The person wants a guide back, by `pack/guide`, that they dismissed or muted. */
  'guide.restore': { from: 'anywhere', body: z.strictObject({ guide: guideKeyBody }), reply: done },
  /** The person moved the feedback button. */
  launcher: { from: 'app', body: launcherSpot, reply: done },
} as const;
