import { type AppRoutes, createAppRoutes } from '../../src/background/app-routes.ts';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';
import type { Pack } from '../../src/model/pack/pack.ts';
import { memoryStorage } from './storage/memory-storage.ts';

/** The routes of the apps of these packs, judged by the words that are shipped. */
export function appRoutesInMemory({ packs = [] as readonly Pack[], items = memoryStorage().items } = {}): AppRoutes {
  const lexicon = applicationLexicon();
  return createAppRoutes({
    shelf: { packs: async () => [...packs] },
    items,
    lexicon: async () => lexicon,
  });
}
