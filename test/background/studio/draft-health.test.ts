import { expect, test } from 'vitest';
import { draftHealth } from '../../../src/background/studio/draft-health.ts';
import type { Anchor } from '../../../src/model/pack/anchor.ts';
import type { ControlFinding } from '../../../src/model/pack/control-finding.ts';
import { aDraft } from './a-draft.ts';

const NEW = '["guide","steps",0,"anchor"]';
const SAVE = '["guide","steps",1,"anchor"]';
const orders = 'https://orders.example.com/orders';
const order = 'https://orders.example.com/orders/4711';

/** A page that says this of every control. */
const page = (finding: ControlFinding | undefined) => {
  const asked: (string | undefined)[][] = [];
  const find = async (anchors: readonly Anchor[]) => {
    asked.push(anchors.map(({ name }) => (typeof name === 'string' ? name : undefined)));
    return finding && anchors.map(() => finding);
  };
  return { asked, find };
};

test.each<[is: string, finding: ControlFinding, first: string, second: string]>([
  ['is there', { is: 'found' }, 'found', 'weak'],
  ['is there, less surely than recorded', { is: 'found', isWeakened: true, differs: ['place'] }, 'weak', 'weak'],
  ['is there several times', { is: 'several', count: 2 }, 'ambiguous', 'ambiguous'],
  ['is there and not shown', { is: 'hidden' }, 'hidden', 'hidden'],
  ['is not there', { is: 'absent', nearest: { role: 'button', name: 'Send' }, differs: ['name'] }, 'absent', 'absent'],
])('a control that %s', async (_, finding, first, second) => {
  const health = await draftHealth(aDraft(), [order], page(finding).find);
  expect([health[NEW]?.is, health[SAVE]?.is]).toEqual([first, second]);
  const { nearest, isWeakened, differs } = finding;
  expect(health[NEW]).toMatchObject(JSON.parse(JSON.stringify({ nearest, isWeakened, differs })));
});

test('a step that takes place elsewhere is not looked for on this page', async () => {
  const { asked, find } = page({ is: 'found' });
  const health = await draftHealth(aDraft(), [orders], find);
  expect([health[NEW]?.is, health[SAVE]?.is]).toEqual(['found', 'other-page']);
  expect(asked).toEqual([['New order']]);
});

test('a step that takes place in a frame of the page is looked for', async () => {
  const health = await draftHealth(aDraft(), [orders, order], page({ is: 'found' }).find);
  expect(health[SAVE]?.is).toBe('weak');
});

test.each([
  ['is none of the app', undefined],
  ['cannot be asked', [order]],
])('on a page that %s nothing is known', async (_, urls) => {
  const health = await draftHealth(aDraft(), urls, page(undefined).find);
  expect(Object.values(health).map(({ is }) => is)).toEqual(['no-page', 'no-page']);
});

test('the anchor of a guide, of what completes a step, of checks and of branches is looked for as well', async () => {
  const draft = aDraft();
  if (draft.guide.kind !== 'walkthrough') throw new Error('a walkthrough');
  const anchor = { role: 'button', name: 'Send' };
  const [first, second] = draft.guide.steps;
  const guide = {
    ...draft.guide,
    requiresControl: anchor,
    steps: [
      { ...first!, advance: { on: 'appears' as const, anchor }, checks: [{ requires: { anchor }, message: 'Not yet.' }] },
      { ...second!, next: [{ if: { anchor }, to: 'end' }] },
    ],
  } as typeof draft.guide;
  expect(Object.keys(await draftHealth({ ...draft, guide }, [order], page({ is: 'found' }).find))).toEqual([
    '["guide","requiresControl"]',
    NEW,
    '["guide","steps",0,"advance","anchor"]',
    '["guide","steps",0,"checks",0,"requires","anchor"]',
    SAVE,
    '["guide","steps",1,"next",0,"if","anchor"]',
  ]);
});
