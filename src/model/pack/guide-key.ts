/** The key of a guide among all packs: `pack/guide`. */
export const guideKey = (about: { pack: string; guide: string }): string => `${about.pack}/${about.guide}`;

/** The key of a guide that knows its pack. */
export const keyOfGuide = ({ pack, id }: { pack: { id: string }; id: string }): string => guideKey({ pack: pack.id, guide: id });
