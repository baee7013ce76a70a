import type { Pack } from '../../model/pack/pack.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { Text } from '../../model/text/text.ts';

/** The pack of a draft that is tried. No signed pack may have this id. */
const TRIAL_PACK = 'cairn-draft-on-trial';

export const isOnTrial = (about: { pack: string } | undefined): boolean => about?.pack === TRIAL_PACK;
/** @param key `pack/guide` */
export const isKeyOnTrial = (key: string): boolean => key.startsWith(`${TRIAL_PACK}/`);

/**
 * A draft as a pack of its own, unsigned and never stored. Whatever limits who sees a guide, and when, is left out; its title says that
 * it is a draft.
 *
 * @param label puts the word for a draft before a title
 */
export function trialPack({ app, language, revision, guide }: StudioDraft, label: (title: string) => string): Pack {
  const { who: _who, from: _from, until: _until, stage: _stage, after: _after, unless: _unless, share: _share, ...rest } = guide;
  const tried = { ...rest, title: labelled(guide.title, label) } as typeof guide;
  return {
    format: 'cairn/1',
    id: TRIAL_PACK,
    version: revision + 1,
    app,
    title: label(guide.id),
    language,
    sample: false,
    places: [],
    guides: [tried],
  };
}

const labelled = (title: Text, label: (title: string) => string): Text =>
  typeof title === 'string'
    ? label(title)
    : Object.fromEntries(Object.entries(title).map(([language, one]) => [language, label(one)]));
