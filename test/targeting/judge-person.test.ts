import { expect, test } from 'vitest';
import type { GuideHistory } from '../../src/model/person/guide-history.ts';
import { judgePerson, type Person } from '../../src/targeting/judge-person.ts';
import { HOLDOUT_PERCENT, sharePosition } from '../../src/targeting/share.ts';
import type { TargetedGuide } from '../../src/targeting/verdict.ts';
import { aNotice, aTip } from './a-guide.ts';

const clerk: Person = {
  audience: { department: 'Sales', role: 'clerk' },
  languages: ['de-AT', 'en'],
  today: '2026-11-22',
  guideHistories: {},
  stage: (pack, task) => (pack === 'basics' && task === 'place-an-order' ? 'novice' : undefined),
  install: 'install-1',
};
const earlier = (history: Partial<GuideHistory>) => ({
  ...clerk,
  guideHistories: { 'basics/welcome': { dismissed: 0, done: false, ...history } },
});
const ruleOf = (guide: TargetedGuide, person: Person = clerk) => {
  const verdict = judgePerson(guide, person);
  return verdict.fits ? undefined : verdict.rule;
};

const installs = Array.from({ length: 2000 }, (_, n) => `install-${n}`);
const personsOutsideHoldout = installs.map((install) => ({ ...clerk, install })).filter((person) => !ruleOf(aNotice(), person));

test.each([
  ['nothing asked', {}, undefined],
  ['department matches', { who: { department: ['Buying', 'Sales'] } }, undefined],
  ['department does not match', { who: { department: ['Buying'] } }, 'audience'],
  ['attribute that the policy does not give', { who: { site: ['Graz'] } }, 'audience'],
  ['both attributes must match', { who: { department: ['Sales'], role: ['manager'] } }, 'audience'],
  ['language by its base', { who: { language: ['de'] } }, undefined],
  ['language nobody here speaks', { who: { language: ['fr'] } }, 'language'],
  ['a region is not its base', { who: { language: ['en-GB'] } }, 'language'],
  ['begins today', { from: '2026-11-22' }, undefined],
  ['begins tomorrow', { from: '2026-11-23' }, 'dates'],
  ['last day is today', { until: '2026-11-22' }, undefined],
  ['ended yesterday', { until: '2026-11-21' }, 'dates'],
  ['dates go before the audience', { until: '2026-11-21', who: { site: ['Graz'] } }, 'dates'],
  ['stage matches', { stage: { task: 'place-an-order', is: ['low', 'novice'] } }, undefined],
  ['stage does not match', { stage: { task: 'place-an-order', is: ['power'] } }, 'stage'],
  ['stage of a task that is not counted', { stage: { task: 'approve', is: ['none'] } }, 'stage'],
  ['all installs', { share: 100 }, undefined],
] as const)('whether a guide is for a person: %s', (_name, over, rule) => {
  expect(ruleOf(aTip(over as object))).toBe(rule);
});

const was = (how: 'seen' | 'done' | 'dismissed') => [{ guide: 'welcome', state: how }];
test.each([
  ['never met', {}, { seen: 'after', done: 'after', dismissed: 'after' }],
  ['seen', { shown: true }, { seen: 'unless', done: 'after', dismissed: 'after' }],
  ['done', { done: true }, { seen: 'unless', done: 'unless', dismissed: 'after' }],
  ['dismissed once', { dismissed: 1, shown: true }, { seen: 'unless', done: 'after', dismissed: 'unless' }],
] as const)('a guide after or unless another that was %s: one of the two is refused', (_how, settled, refused) => {
  for (const how of ['seen', 'done', 'dismissed'] as const) {
    expect(ruleOf(aTip({ after: was(how) }), earlier(settled))).toBe(refused[how] === 'after' ? 'after' : undefined);
    expect(ruleOf(aTip({ unless: was(how) }), earlier(settled))).toBe(refused[how] === 'unless' ? 'unless' : undefined);
  }
});

test('a guide is refused unless all guides in "after" are in that state, and if any in "unless" is', () => {
  const two = [...was('done'), { guide: 'tour', state: 'done' as const }];
  expect(ruleOf(aTip({ after: two }), earlier({ done: true }))).toBe('after');
  expect(ruleOf(aTip({ unless: two }), earlier({ done: true }))).toBe('unless');
});

test('"after" means the guide of its own pack, not one of that id in another pack', () => {
  expect(ruleOf(aTip({ after: was('done'), pack: { ...aTip().pack, id: 'other' } }), earlier({ done: true }))).toBe('after');
});

test('a notice offers a guide until the person has opened it', () => {
  const { install } = personsOutsideHoldout[0]!;
  const ruleAfter = (history: Partial<GuideHistory>) => ruleOf(aNotice({ opens: 'welcome' }), { ...earlier(history), install });
  expect(ruleAfter({})).toBeUndefined();
  expect(ruleAfter({ dismissed: 1 })).toBeUndefined();
  expect(ruleAfter({ shown: true })).toBe('known');
  expect(ruleAfter({ done: true })).toBe('known');
});

test('a notice about safety is shown although the person has opened the guide that it offers', () => {
  expect(ruleOf(aNotice({ opens: 'welcome', safety: true }), earlier({ shown: true, done: true }))).toBeUndefined();
});

test('a tip or a reply is shown although the person has opened the walkthrough that it offers', () => {
  expect(ruleOf(aTip({ opens: 'welcome' }), earlier({ shown: true, done: true }))).toBeUndefined();
});

test('a share of guides reaches that share of installs, and a notice is not shown to the hold-out', () => {
  const reached = (guide: TargetedGuide) =>
    installs.filter((install) => !ruleOf(guide, { ...clerk, install })).length / installs.length;
  expect(reached(aTip({ share: 25 }))).toBeCloseTo(0.25, 1);
  expect(reached(aTip())).toBe(1);
  expect(reached(aNotice())).toBeCloseTo(1 - HOLDOUT_PERCENT / 100, 1);
  expect(reached(aNotice({ safety: true }))).toBe(1);
  expect(reached(aNotice({ pack: { ...aNotice().pack, sample: true } }))).toBe(1);
  expect(reached(aNotice({ share: 50 }))).toBeCloseTo(0.45, 1);
});

test('the hold-out of a notice is independent of that of another notice, and of its share', () => {
  const out = (id: string) => installs.filter((install) => ruleOf(aNotice({ id }), { ...clerk, install }) === 'holdout');
  const [one, two] = [out('one'), new Set(out('two'))];
  expect(one.filter((install) => two.has(install)).length / one.length).toBeLessThan(0.2);
  const shares = out('one').map((install) => sharePosition(install, 'basics/one'));
  expect(Math.max(...shares)).toBeGreaterThan(90);
  expect(Math.min(...shares)).toBeLessThan(10);
});
