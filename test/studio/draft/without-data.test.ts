import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applicationLexicon } from '../../../src/lexicon/application-lexicon.ts';
import { actKinds, type RecorderReport, recorderReport } from '../../../src/model/studio/observed-act.ts';
import { applyReport } from '../../../src/studio/draft/apply-report.ts';
import { withoutData } from '../../../src/studio/draft/without-data.ts';
import { lexiconContext as context } from './lexicon-context.ts';
import { actReport, sampleDraft } from './sample-acts.ts';

const lexicon = applicationLexicon();

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const given = pick('Ada', 'Grace', 'Jörg', 'Łukasz', 'Zoë', 'Siobhán', 'José', 'Nguyễn', 'İbrahim', 'Søren');
const family = pick('Lovelace', 'Hopper', 'Müller-Lüdenscheidt', 'Kowalski', 'O’Brien', 'Núñez', 'Okonkwo', 'Þórsdóttir');
const otherScripts = pick(
  '山田太郎',
  '김철수',
  'محمد العربي',
  'Александра Иванова',
  'Νίκος Παπαδόπουλος',
  'प्रिया शर्मा',
  'สมชาย ใจดี',
  'דוד לוי',
);
const token = fc.stringMatching(/^[A-Z][a-z]{2}[0-9][A-Za-z0-9]{16,28}$/);

/** Texts of people and businesses, as they stand in pages. */
const dataText = fc.oneof(
  fc.tuple(given, family).map((parts) => parts.join(' ')),
  fc.tuple(family, given).map((parts) => parts.join(', ')),
  otherScripts,
  fc.tuple(pick('DE89', 'GB29', 'FR14'), digits(16)).map((parts) => parts.join('')),
  fc.tuple(given, family, digits(2)).map(([a, b, c]) => `${a}.${b}${c}@example.org`.toLowerCase()),
  fc.tuple(pick('PO-', 'INV/', 'KD'), digits(7)).map((parts) => parts.join('')),
  fc.tuple(pick('€', 'USD ', 'kr '), digits(4)).map(([sign, number]) => `${sign}${number}.50`),
  token,
  fc.uuid(),
  fc.tuple(family, pick('.pdf', '.xlsx', ' GmbH', ' & Sons')).map((parts) => parts.join('')),
);

/** Every place of a report where a page may have put a text. */
const reportsWith = (data: string, kinds: readonly (typeof actKinds)[number][] = actKinds): RecorderReport[] => {
  const short = data.slice(0, 60);
  const anchor = {
    role: short,
    name: data,
    language: 'en',
    route: `/customers/${encodeURIComponent(data)}`.slice(0, 300),
    lookalike: data.slice(0, 120),
    traits: { tag: `x-${short.toLowerCase()}`.slice(0, 60), type: data.slice(0, 40), landmark: data.slice(0, 30) },
  };
  const named = { role: short, name: data };
  const picture = {
    width: 480,
    height: 280,
    boxes: [{ box: [0, 0, 9, 9] as [number, number, number, number], shape: 'text' as const, text: data.slice(0, 80) }],
  };
  const position = { nth: 1, of: 2, within: { ...named } };
  const details = { option: data, key: data.slice(0, 20), rival: named, position, picture, to: anchor, appears: anchor };
  const acts = kinds.map((kind, at) => actReport(`a${at}`, { kind, anchor, route: anchor.route, ...details, at: 1000 + at }));
  const navigated: RecorderReport = { is: 'navigated', route: anchor.route, at: 2000, how: 'load' };
  const missed: RecorderReport = { is: 'missed', id: 'm1', why: 'no-control', role: short, at: 2000 };
  return [...acts, navigated, missed, ...acts.slice(0, 1)];
};

/** The text itself and each long word of it that is no word of applications. */
const pieces = (data: string): string[] => {
  const words = (data.match(/\p{L}{6,}/gu) ?? []).filter((word) => !lexicon.hasWord(word));
  return [data, encodeURIComponent(data), ...words].flatMap((one) => [one, one.toLowerCase()]).filter((one) => one.length > 3);
};

test('of 5,000 texts of people and businesses, wherever a page shows them, none is in a report, a draft or a picture', () => {
  const leaks = new Set<string>();
  for (const [at, data] of fc.sample(dataText, { numRuns: 5000, seed: 18 }).entries()) {
    const reports = reportsWith(data, [actKinds[at % actKinds.length]!]);
    const safe = JSON.stringify(reports.map((report) => withoutData(report, context)));
    const draft = JSON.stringify(reports.reduce((before, report) => applyReport(before, report, context), sampleDraft()));
    if (pieces(data).some((piece) => safe.includes(piece) || draft.includes(piece))) leaks.add(data);
  }
  expect([...leaks]).toEqual([]);
});

test('what is left is still a report', () => {
  for (const report of reportsWith('Ada Lovelace'))
    expect(recorderReport.safeParse(withoutData(report, context)).error?.issues).toBeUndefined();
});

test('the app’s own words stay', () => {
  const report = actReport('a1', { anchor: { role: 'button', name: 'Save' }, option: 'Draft', route: '/orders' });
  expect(withoutData(report, context)).toEqual(report);
});

test('a number beside the app’s own words is somebody’s', () => {
  const report = withoutData(actReport('a1', { anchor: { role: 'button', name: 'Order 4711' } }), context);
  expect(JSON.stringify(report)).not.toContain('4711');
});
