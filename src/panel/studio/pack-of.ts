import type { Pack } from '../../model/pack/pack.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';

/** A pack with this draft alone, unsigned: for the command line, or to be put into a larger pack by hand. */
export const packOf = ({ app, language, guide, credit }: StudioDraft): Pack => ({
  format: 'cairn/1',
  id: guide.id,
  version: 1,
  app,
  title: guide.title,
  language,
  sample: false,
  places: [],
  guides: [{ ...guide, ...(credit && { credit }) }],
});
