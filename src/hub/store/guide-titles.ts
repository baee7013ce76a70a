import { desc, inArray } from 'drizzle-orm';
import type { About } from '../../model/entry/entry.ts';
import { localize } from '../../model/text/text.ts';
import { packs } from './schema.ts';
import type { Store } from './store.ts';

type GuideTitles = { guideTitle?: string; stepTitle?: string; options?: { id: string; text: string }[] };

/**
 * Reads the titles of guides and steps in a language of the reader. For a version that was not published here, the titles of the newest
 * version are used; an unpublished pack has none.
 */
export async function readGuideTitles(
  store: Store,
  abouts: About[],
  languages: readonly string[],
): Promise<(about: About) => GuideTitles> {
  const ids = [...new Set(abouts.map((about) => about.pack))];
  const published =
    ids.length === 0
      ? []
      : await store
          .select({ id: packs.id, version: packs.version, language: packs.language, titles: packs.titles })
          .from(packs)
          .where(inArray(packs.id, ids))
          .orderBy(desc(packs.version));
  return (about) => {
    const versions = published.filter((one) => one.id === about.pack);
    const from = versions.find((one) => one.version === about.version) ?? versions[0];
    const guide = from && ownProperty(from.titles, about.guide);
    const step = guide && about.step !== undefined ? ownProperty(guide.steps, about.step) : undefined;
    return {
      ...(guide && { guideTitle: localize(guide.title, languages, from.language).text }),
      ...(step && from && { stepTitle: localize(step, languages, from.language).text }),
      ...(from &&
        guide?.options && {
          options: guide.options.map(({ id, text }) => ({ id, text: localize(text, languages, from.language).text })),
        }),
    };
  };
}

/** A slug may be "constructor", so inherited properties must not count. */
function ownProperty<T>(of: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
