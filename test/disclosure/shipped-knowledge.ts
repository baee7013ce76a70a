import type { RouteKnowledge } from '../../src/disclosure/disclose-route.ts';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';

const { hasWord } = applicationLexicon();

/** What is known where no pack says anything and nothing has been learnt. */
export const shippedKnowledge = (known: Partial<RouteKnowledge> = {}): RouteKnowledge => ({
  hasWord,
  places: [],
  scopes: [],
  learnt: new Map(),
  ...known,
});
