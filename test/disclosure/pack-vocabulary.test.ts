import { expect, test } from 'vitest';
import { packVocabulary } from '../../src/disclosure/pack-vocabulary.ts';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';

const anchor = { role: 'button', name: { en: 'Repost', de: 'Umlagern', ja: '振替' } };
const pack = {
  words: ['Klemmbrett', 'Kanban board', 'Grant'],
  guides: [
    {
      kind: 'walkthrough',
      title: 'Ask Olsen about postings',
      steps: [{ anchor, body: 'Olsen in accounting knows.', requiresControl: { role: 'tab', name: 'Dunning' } }],
    },
  ],
  ignore: [{ role: 'button', name: 'Ping' }],
} as never;
const lexicon = applicationLexicon().extend([packVocabulary(pack)]);

test.each(['Repost', 'Umlagern', '振替', 'Dunning', 'Ping', 'Klemmbrett öffnen', 'Kanban board', 'Grant', 'Repost order'])(
  'a pack tells that "%s" belongs to the app',
  (text) => {
    expect(lexicon.knowsText(text)).toBe(true);
  },
);

test.each(['Olsen', 'Ask Olsen', 'accounting knows Olsen', 'Grant details'])(
  'titles and texts of a pack do not tell that "%s" does',
  (text) => {
    expect(lexicon.knowsText(text)).toBe(false);
  },
);
