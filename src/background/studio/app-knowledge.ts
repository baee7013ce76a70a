import type { AppKnowledge } from '../../studio/draft/app-knowledge.ts';
import type { BackgroundDeps } from '../background-deps.ts';

/** What is known of an app now: the words of applications and of its signed packs, and its routes. A draft adds nothing to it. */
export async function appKnowledgeOf(
  app: string,
  { disclosure, routes }: Pick<BackgroundDeps, 'disclosure' | 'routes'>,
): Promise<AppKnowledge> {
  const [lexicon, discloseRoute] = await Promise.all([disclosure.lexiconOf(app), routes.discloser(app)]);
  return { isAppWord: lexicon.knowsText, discloseRoute };
}
