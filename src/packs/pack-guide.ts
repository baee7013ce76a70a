import type { Guide } from '../model/pack/guide.ts';
import type { Pack } from '../model/pack/pack.ts';

/** A guide as its author wrote it, with the pack that it came in. */
export type PackGuide = Guide & { pack: Pack };

export const guidesIn = (pack: Pack): PackGuide[] => pack.guides.map((guide) => ({ ...guide, pack }));
