import { expect, test } from 'vitest';
import { choosePhrases } from '../../../setup/lexicon/choose-phrases.ts';
import { chooseWords } from '../../../setup/lexicon/choose-words.ts';
import { readLabels } from '../../../setup/lexicon/read-labels.ts';

const sources = [
  {
    project: 'one',
    labels: ['Save order', 'Order details', 'Send to Jane Doe', 'Only here', 'Orders of Acme', 'Export PDF', 'Mark as read'],
  },
  {
    project: 'two',
    labels: ['save', 'send the order', 'Jane Doe', 'Acme', 'PDF export', 'a details page', 'Mark as read', 'OK 4711'],
  },
];

test('words that two projects use are chosen, and not names, numbers, single letters or words of one label', () => {
  expect(chooseWords('en', sources, new Set(['mark']))).toEqual([
    'as',
    'details',
    'export',
    'order',
    'pdf',
    'read',
    'save',
    'send',
  ]);
});

test('a word of one project is chosen if it stands in three of its labels', () => {
  const one = [{ project: 'one', labels: ['the ledger', 'a ledger', 'ledger entry', 'Roe', 'Roe again', 'Roe twice'] }];
  expect(chooseWords('en', one, new Set())).toEqual(['ledger']);
});

test('Japanese words are cut from labels, without single characters and short hiragana', () => {
  const one = ['注文を保存', 'エクスポートする'];
  expect(
    chooseWords(
      'ja',
      [
        { project: 'one', labels: one },
        { project: 'two', labels: one },
      ],
      new Set(),
    ),
  ).toEqual(['エクスポート', '保存', '注文']);
});

test('a phrase with a word that is a name is chosen if two projects have it as a label', () => {
  const isKnown = (word: string) => ['as', 'read', 'order'].includes(word);
  expect(choosePhrases(sources, { isKnown, isName: (word) => word === 'mark' })).toEqual(['mark as read']);
});

test.each([
  ['messages_de.properties', '# Comment\nSAVE=Speichern\nUMLAUT=L\\u00f6schen {0}\n', ['Speichern', 'Löschen …']],
  ['de.json', '{"save": "Speichern", "count": "{{count}} <b>offen</b>", "number": "12"}', ['Speichern', '…  …  offen …']],
  ['de.js', "export default { 'a': 'Zur\\'ück', b: \"Weiter\" }", ["Zur'ück", 'Weiter']],
])('labels are read from %s', (path, text, labels) => {
  expect(readLabels(path, text).map((label) => label.replace(/\s+/g, ' '))).toEqual(
    labels.map((label) => label.replace(/\s+/g, ' ')),
  );
});
