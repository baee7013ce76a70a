import { beforeAll, expect, test } from 'vitest';
import { discloseControl } from '../../src/disclosure/disclose-control.ts';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';
import { useBrowser } from '../locator/browser.ts';
import { leaksIn } from './leaks-in.ts';
import { type NamedControl, nameInPage, type Shown } from './name-in-page.ts';
import { createSamples, createValues, type Sample } from './samples.ts';
import { SCRIPTS } from './scripts.ts';
import { seeded } from './seeded.ts';
import { RECORD_WIDGETS, TEXT_WIDGETS, VALUE_WIDGETS, type Widget } from './widgets.ts';

const SEED = 20261130;
const TREES = ['page', 'page', 'shadow root', 'frame'] as const;
const lexicon = applicationLexicon();
/** The worst lexicon: what the page tells is all that protects. */
const KNOWS_EVERYTHING = { disclosableText: (text: string) => text };

interface Case extends Shown {
  sample: Sample;
  widget: string;
}
type Result = Case & NamedControl;

const open = useBrowser();
let texts: Result[];
let records: Result[];
let values: Result[];

beforeAll(async () => {
  const page = await open('orders');
  const run = async (cases: readonly Case[]): Promise<Result[]> => {
    const named = await nameInPage(
      page,
      cases.map(({ sample: _, widget: __, ...shown }) => shown),
    );
    return cases.map((one, at) => ({ ...one, ...named[at]! }));
  };
  texts = await run(casesOf(createSamples(3000, SEED), TEXT_WIDGETS));
  records = await run(casesOf(createValues(800, SEED + 1), RECORD_WIDGETS));
  values = await run(casesOf(createValues(1600, SEED + 2), VALUE_WIDGETS));
}, 60_000);

/** Each sample on a control: kinds of controls and scripts are of coprime numbers or picked, so that all meet. */
function casesOf(samples: readonly Sample[], widgets: Readonly<Record<string, Widget>>): Case[] {
  const random = seeded(SEED);
  return samples.map((sample) => {
    const widget = random.pick(Object.keys(widgets));
    const { control, field } = widgets[widget]!;
    const shown = { control: control(sample.label), field: field?.(sample.label) ?? '' };
    return { ...shown, sample, widget, tree: random.pick(TREES), isFieldApart: field !== undefined && random.below(2) === 1 };
  });
}

const disclosed = ({ observed }: Result, known: Parameters<typeof discloseControl>[1]['lexicon']): string =>
  discloseControl(observed, { lexicon: known }).control.name ?? '';

/** What was told, with where: the first of them explain a failure. */
const leaksAmong = (results: readonly Result[], tell: (result: Result) => string): string[] =>
  results.flatMap((result) =>
    leaksIn(tell(result), result.sample.canaries).map(
      (canary) => `${canary} (${result.sample.script}, ${result.widget}, ${result.tree}): ${tell(result)}`,
    ),
  );

test('of 5,000 generated strings on controls of a page, no personal part is in a name that is disclosed', () => {
  const all = [...texts, ...records, ...values];
  expect(all.length).toBeGreaterThanOrEqual(5000);
  expect(new Set(all.map(({ sample }) => sample.label)).size).toBeGreaterThan(2000);
  expect(leaksAmong(all, (result) => disclosed(result, lexicon))).toEqual([]);
});

test('what stands in a record, was typed or was chosen is in no name that the page gives, whatever its words are', () => {
  expect(leaksAmong([...records, ...values], (result) => disclosed(result, KNOWS_EVERYTHING))).toEqual([]);
});

test('what stands in a record, was typed or was chosen is in no anchor in letters', () => {
  expect(values.filter(({ anchor }) => anchor).length).toBeGreaterThan(1000);
  expect(leaksAmong([...records, ...values], ({ anchor }) => anchor)).toEqual([]);
});

test('names of the app beside the values are still told', () => {
  const told = new Set([...values, ...texts].map((result) => disclosed(result, KNOWS_EVERYTHING)));
  for (const name of ['Reason', 'Start', 'Rename', 'Total']) expect(told).toContain(name);
});

test('with a rule that discloses all, leaks are found in every kind of control and every script', () => {
  const all = [...texts, ...records, ...values];
  const leaking = all.filter((result) => leaksAmong([result], ({ trusting }) => trusting).length > 0);
  expect(leaking.length).toBeGreaterThan(all.length * 0.9);
  const kinds = [TEXT_WIDGETS, RECORD_WIDGETS, VALUE_WIDGETS].flatMap((widgets) => Object.keys(widgets));
  expect(kinds.filter((kind) => !leaking.some(({ widget }) => widget === kind))).toEqual([]);
  expect(Object.keys(SCRIPTS).filter((name) => !leaking.some(({ sample }) => sample.script === name))).toEqual([]);
});

test('with a lexicon that knows every word, leaks are found among the texts that only the lexicon can judge', () => {
  expect(leaksAmong(texts, (result) => disclosed(result, KNOWS_EVERYTHING)).length).toBeGreaterThan(1000);
});
