import { expect, test } from 'vitest';
import type { LocalizedGuide } from '../../src/model/pack/localized-guide.ts';
import { notMuted } from '../../src/model/person/mute.ts';
import { chooseGuides } from '../../src/targeting/choose-guides.ts';
import { explainTargeting, type TargetingSituation } from '../../src/targeting/explain-targeting.ts';
import type { TargetedGuide } from '../../src/targeting/verdict.ts';
import { aNotice, aTip } from './a-guide.ts';

const page = { url: 'https://app.example/orders' };

test('a higher priority goes first, and the order of the pack decides between equals', () => {
  const guides = [aTip({ id: 'one' }), aTip({ id: 'two', priority: 90 }), aTip({ id: 'three' })];
  expect(chooseGuides(guides, page).map(({ id }) => id)).toEqual(['two', 'one', 'three']);
});

test('a notice that offers a guide is chosen only where that guide is among those for this person and belongs on the page', () => {
  const notice = aNotice({ opens: 'list' });
  const list = aTip({ id: 'list' });
  const chosen = (...guides: LocalizedGuide[]) => chooseGuides(guides, page).map(({ kind }) => kind);
  expect(chosen(notice, list)).toEqual(['notice', 'tip']);
  expect(chosen(notice)).toEqual([]);
  expect(chosen(notice, aTip({ ...list, where: ['/products'] }))).toEqual([]);
  expect(chosen(notice, aTip({ ...list, pack: { ...list.pack, id: 'other' } }))).toEqual(['tip']);
});

test('a notice about safety is chosen although the guide that it offers does not fit', () => {
  const chosen = chooseGuides([aNotice({ opens: 'list', safety: true })], page);
  expect(chosen.map(({ kind }) => kind)).toEqual(['notice']);
});

test('a guide that belongs on another page is left out', () => {
  expect(chooseGuides([aTip({ where: ['/products'] })], page)).toEqual([]);
});

const now = Date.parse('2026-11-22T12:00:00Z');
const situation: TargetingSituation = {
  page,
  person: {
    audience: {},
    languages: ['en'],
    today: '2026-11-22',
    guideHistories: {},
    stage: () => undefined,
    install: 'f3b1',
  },
  preferences: { mute: { ...notMuted, until: now + 1 }, guideHistories: {}, app: 'orders', now },
  prompts: { shown: [{ guide: 'basics/other', at: now - 1, tab: 1 }], tab: 1, now },
  guides: [],
};
const ruleOf = (verdict: ReturnType<typeof explainTargeting>) => (verdict.fits ? undefined : verdict.rule);
const loud = { ...situation, preferences: { ...situation.preferences, mute: notMuted } };

/** An install that gets the notice. */
const open = { id: 'c' };

test('the reason given is the first refusal in the order page, person, preferences, caps', () => {
  const wrong = { where: ['/products'], until: '2026-01-01', safety: false };
  expect(ruleOf(explainTargeting(aNotice(wrong), situation))).toBe('place');
  expect(ruleOf(explainTargeting(aNotice({ ...wrong, where: undefined }), situation))).toBe('dates');
  expect(ruleOf(explainTargeting(aNotice({ ...open }), situation))).toBe('muted');
  expect(ruleOf(explainTargeting(aNotice({ ...open }), loud))).toBe('day');
  expect(ruleOf(explainTargeting(aTip(), loud))).toBeUndefined();
});

test('a walkthrough fits although tips are muted, since the person opens it', () => {
  expect(explainTargeting({ ...aTip(), kind: 'walkthrough' }, situation).fits).toBe(true);
});

test('a notice that offers a guide which does not fit the person or the page is refused before the person’s own wishes are judged', () => {
  const notice = aNotice({ opens: 'list' });
  const asks = (list: TargetedGuide) => ruleOf(explainTargeting(notice, { ...situation, guides: [notice, list] }));
  const list: TargetedGuide = { ...aTip({ id: 'list' }), kind: 'checklist' };
  expect(asks(list)).toBe('muted');
  expect(asks({ ...list, where: ['/products'] })).toBe('offered');
  expect(asks({ ...list, who: { site: ['Graz'] } })).toBe('offered');
  expect(ruleOf(explainTargeting(notice, { ...situation, guides: [notice] }))).toBe('offered');
});
