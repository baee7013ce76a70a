import { desc, inArray } from 'drizzle-orm';
import type { About } from '../../model/entry.ts';
import { say } from '../../model/text.ts';
import { packs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

type Named = { guideTitle?: string; stepTitle?: string; options?: { id: string; text: string }[] };

/**
 * Names guides as their packs do, in a language of the reader. A version that was never published here borrows from the newest
 * that was; a pack that never was names nothing.
 */
export async function guideTitles(store: Store, abouts: About[], languages: readonly string[]): Promise<(about: About) => Named> {
  const ids = [...new Set(abouts.map((about) => about.pack))];
  const held =
    ids.length === 0
      ? []
      : await store
          .select({ id: packs.id, version: packs.version, language: packs.language, titles: packs.titles })
          .from(packs)
          .where(inArray(packs.id, ids))
          .orderBy(desc(packs.version));
  return (about) => {
    const versions = held.filter((one) => one.id === about.pack);
    const from = versions.find((one) => one.version === about.version) ?? versions[0];
    const guide = from && own(from.titles, about.guide);
    const step = guide && about.step !== undefined ? own(guide.steps, about.step) : undefined;
    return {
      ...(guide && { guideTitle: say(guide.title, languages, from.language).words }),
      ...(step && from && { stepTitle: say(step, languages, from.language).words }),
      ...(from &&
        guide?.options && {
          options: guide.options.map(({ id, text }) => ({ id, text: say(text, languages, from.language).words })),
        }),
    };
  };
}

/** Slugs such as "constructor" are good names, and no property that an object has by itself. */
function own<T>(of: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
