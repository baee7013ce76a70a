import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Anchor } from '../../../src/model/pack/anchor.ts';
import type { Step } from '../../../src/model/pack/step.ts';
import type { ObservedAct, RecorderReport } from '../../../src/model/studio/observed-act.ts';
import { type StudioDraft, studioDraft } from '../../../src/model/studio/studio-draft.ts';
import { applyReport, type DraftContext } from '../../../src/studio/draft/apply-report.ts';
import { applyTranslation, repeatableSteps, type TranslationProgress } from '../../../src/studio/draft/apply-translation.ts';
import { actReport, sampleContext, sampleDraft } from './sample-acts.ts';

const english: DraftContext = { ...sampleContext, isAppWord: (name) => /^(new order|customer|save|archive)$/i.test(name) };
const german: DraftContext = {
  language: 'de',
  isAppWord: (name) => /^(neuer auftrag|kunde|speichern|archivieren)$/i.test(name),
  discloseRoute: (route) => route,
};
const button = (name: string, ids: string, language: string): Anchor => ({
  ...{ role: 'button', name, language },
  traits: { tag: 'button', ids, name: `${ids}${language === 'de' ? 'D' : 'E'}AA`.slice(0, 3) },
});
const field = (name: string, language: string): Anchor => ({ ...button(name, 'CUS', language), role: 'textbox' });
const recorded = [
  actReport('a1', { anchor: button('New order', 'NEW', 'en'), at: 1 }),
  actReport('a2', { kind: 'input', anchor: field('Customer', 'en'), at: 2 }),
  actReport('a3', { anchor: button('Archive', 'ARC', 'en'), at: 3 }),
  actReport('a4', { anchor: button('Save', 'SAV', 'en'), at: 4 }),
];
const draft = recorded.reduce((before, report) => applyReport(before, report, english), sampleDraft());
const newOrder = actReport('g1', { anchor: button('Neuer Auftrag', 'NEW', 'de') });
const customer = actReport('g2', { kind: 'input', anchor: field('Kunde', 'de') });
const archive = actReport('g3', { anchor: button('Archivieren', 'ARC', 'de') });
const save = actReport('g4', { anchor: button('Speichern', 'SAV', 'de') });

const none: TranslationProgress = { walked: {}, unmatched: [] };
const stepsOf = ({ guide }: StudioDraft): Step[] => (guide.kind === 'walkthrough' ? guide.steps : []);
const walk = (reports: RecorderReport[], start = { draft, progress: none }, context = german) =>
  reports.reduce((before, report) => applyTranslation(before.draft, report, before.progress, context), start);
const doneIn = ({ walked }: TranslationProgress) => Object.values(walked).map(({ step }) => step);
const withSteps = (steps: Step[]): StudioDraft => ({ ...draft, guide: { ...draft.guide, steps } as StudioDraft['guide'] });

test('each step that is repeated gains the name, the fingerprints and an instruction in the language', () => {
  const { draft: after, progress } = walk([newOrder, customer, archive, save]);
  expect(studioDraft.safeParse(after).error?.issues).toBeUndefined();
  expect(doneIn(progress)).toEqual(['a1', 'a2', 'a3', 'a4']);
  expect(stepsOf(after)[3]).toEqual({
    ...stepsOf(draft)[3],
    title: { en: 'Choose Save', de: 'Wählen Sie Speichern' },
    body: { en: 'Choose **Save**.', de: 'Wählen Sie **Speichern**.' },
    anchor: {
      ...stepsOf(draft)[3]!.anchor,
      name: { en: 'Save', de: 'Speichern' },
      translations: { de: { name: 'SAV' } },
    },
  });
  expect(after.notes).toEqual(draft.notes);
});

test.each<[string, RecorderReport[], string[], string[]]>([
  ['a step that is left out', [newOrder, archive, save], ['a1', 'a3', 'a4'], []],
  ['an act too many', [newOrder, actReport('x', { anchor: button('Kunde', 'OTH', 'de') }), customer], ['a1', 'a2'], ['x']],
  [
    'a control of another role',
    [actReport('x', { anchor: { ...button('Neuer Auftrag', 'NEW', 'de'), role: 'link' } })],
    [],
    ['x'],
  ],
  [
    'another act on the same control',
    [actReport('x', { kind: 'double-click', anchor: button('Neuer Auftrag', 'NEW', 'de') })],
    [],
    ['x'],
  ],
  ['a page in the language of the draft', [actReport('x', { anchor: button('Save', 'SAV', 'en') })], [], ['x']],
  ['an act on what was repeated already', [save, newOrder], ['a4'], ['g1']],
  ['an act that is none after all', [newOrder, customer, { is: 'removed', id: 'g2' }], ['a1'], []],
])('%s', (_, reports, done, unmatched) => {
  const { draft: after, progress } = walk(reports);
  expect(doneIn(progress)).toEqual(done);
  expect(progress.unmatched).toEqual(unmatched);
  const untouched = stepsOf(after).filter(({ id }) => !done.includes(id));
  expect(untouched).toEqual(stepsOf(draft).filter(({ id }) => !done.includes(id)));
});

test('what the author wrote in that language stays, also when the act is none after all', () => {
  const written = withSteps(stepsOf(draft).map((step) => ({ ...step, title: { en: 'Save it', de: 'Bitte sichern' } })));
  const { draft: after, progress } = walk([save], { draft: written, progress: none });
  expect(stepsOf(after)[3]).toMatchObject({
    title: { en: 'Save it', de: 'Bitte sichern' },
    body: { de: 'Wählen Sie **Speichern**.' },
  });
  expect(walk([{ is: 'removed', id: 'g4' }], { draft: after, progress }).draft).toEqual(written);
});

test('a later report of an act replaces what was drafted for it', () => {
  const box = (language: string): Partial<ObservedAct> => ({
    kind: 'check',
    anchor: { ...button(language === 'de' ? 'Kunde' : 'Customer', 'BOX', language), role: 'checkbox' },
  });
  const checked = applyReport(sampleDraft(), actReport('c', { ...box('en'), state: 'on' }), english);
  const repeated = (state: 'on' | 'off') => actReport('g', { ...box('de'), state });
  const twice = walk([repeated('on'), repeated('off')], { draft: checked, progress: none });
  expect(twice).toEqual(walk([repeated('off')], { draft: checked, progress: none }));
});

test('Enter that was recorded with its field belongs to it in the other language as well', () => {
  const enter = (id: string, anchor: Anchor, at: number) => actReport(id, { kind: 'press-key', key: 'Enter', anchor, at });
  const withEnter = [recorded[1]!, enter('e', field('Customer', 'en'), 3)];
  const sent = withEnter.reduce((before, report) => applyReport(before, report, english), sampleDraft());
  expect(stepsOf(sent)).toHaveLength(1);
  const { draft: after, progress } = walk([customer, enter('ge', field('Kunde', 'de'), 3)], { draft: sent, progress: none });
  expect(progress.unmatched).toEqual([]);
  expect(stepsOf(after)[0]!.body).toMatchObject({ de: expect.stringContaining('Enter') });
});

test('a name that may be data is stored in no language', () => {
  const secret = actReport('s', { anchor: button('Erika Beispiel', 'SAV', 'de') });
  const { draft: after, progress } = walk([secret]);
  expect(doneIn(progress)).toEqual(['a4']);
  expect(JSON.stringify([after, progress])).not.toContain('Erika');
  const unnamed = withSteps(stepsOf(draft).map((step) => ({ ...step, anchor: { ...step.anchor!, name: undefined } })));
  expect(stepsOf(walk([save], { draft: unnamed, progress: none }).draft)[3]!.anchor!.name).toBeUndefined();
});

test('nothing is repeated in the language of the draft, or of a guide without steps', () => {
  expect(walk([save], undefined, { ...german, language: 'en-GB' })).toEqual({ draft, progress: none });
  const notice: StudioDraft = {
    ...draft,
    guide: { kind: 'notice', id: 'n', title: 'N', body: 'B', as: 'card', priority: 50, safety: false },
  };
  expect(walk([save], { draft: notice, progress: none })).toEqual({ draft: notice, progress: none });
  expect(repeatableSteps(notice)).toEqual([]);
});

test('whatever is done in the other language, the first one stays as it is, and the same report twice changes nothing', () => {
  const removal = fc.constantFrom('g1', 'g2', 'g3', 'g4').map((id): RecorderReport => ({ is: 'removed', id }));
  const report = fc.oneof(fc.constantFrom(newOrder, customer, archive, save), removal);
  fc.assert(
    fc.property(fc.array(report, { maxLength: 12 }), (reports) => {
      const { draft: after, progress } = walk(reports);
      expect(studioDraft.safeParse(after).success).toBe(true);
      const inFirst = (text: Step['title'] | undefined) => (typeof text === 'object' ? text.en : text);
      const first = (one: StudioDraft) =>
        stepsOf(one).map(({ title, body, anchor, ...rest }) => {
          const { name, translations: _, ...kept } = anchor!;
          return { ...rest, title: inFirst(title), body: inFirst(body), anchor: { ...kept, name: inFirst(name) } };
        });
      expect(first(after)).toEqual(first(draft));
      expect({ ...after, guide: null }).toEqual({ ...draft, guide: null });
      const last = reports.at(-1);
      if (last) expect(walk([last], { draft: after, progress })).toEqual({ draft: after, progress });
    }),
  );
});
