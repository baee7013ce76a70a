import { applicationLexicon } from '../../../src/lexicon/application-lexicon.ts';
import type { DraftContext } from '../../../src/studio/draft/apply-report.ts';

const lexicon = applicationLexicon();

/** What is disclosed where nothing but the lexicon knows the words of an app. */
export const lexiconContext: DraftContext = {
  language: 'en',
  isAppWord: (name) => lexicon.knowsText(name),
  discloseRoute: (route) =>
    route
      .split('/')
      .map((part) => (part === '' || lexicon.hasWord(part) ? part : ':id'))
      .join('/'),
};
