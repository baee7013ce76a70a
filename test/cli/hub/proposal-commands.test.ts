import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskInTest, link, problem } from './desk-in-test.ts';
import { type DeskTerminal, openTerminal } from './desk-terminal.ts';

const id = '6f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11';
const draft = '7f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11';
const proposal = {
  ...{ id, app: 'orders', language: 'en', kind: 'walkthrough', title: 'My way', steps: 2, credit: { name: 'Ada' } },
  ...{ state: 'waiting', comment: null, day: '2026-11-30', revision: 3, draft: null, guide: null },
};
const detail = {
  ...proposal,
  proposal: { app: 'orders', language: 'en', guide: { kind: 'walkthrough', id: 'my-way' }, note: 'Ten a day.' },
  faults: [{ path: 'walkthrough "my-way"', reason: 'is long', remedy: 'Shorten it.', warning: true }],
  targets: [
    {
      ...{ pack: 'basics', draft: null, draftState: null, version: 4, replaces: false, guides: [] },
      changes: [{ path: 'guides[1]', guide: 'My way', text: 'new', before: null, after: 'x' }],
    },
  ],
};

let lifetime: AsyncDisposableStack;
let terminal: DeskTerminal;
let desk: ReturnType<typeof deskInTest>;
beforeEach(async () => {
  lifetime = new AsyncDisposableStack();
  terminal = await openTerminal(lifetime);
  desk = deskInTest(lifetime);
  desk.on(`GET /proposals/${id}`, detail);
  await terminal.cairn('sign-in', link);
});
afterEach(() => lifetime.disposeAsync());

test('proposals are listed, after those that were withdrawn', async () => {
  const withdrawal = { id, pack: 'basics', guide: 'gone', draft, draftState: 'draft', isPublished: true };
  desk.on('GET /proposals', { proposals: [proposal], withdrawals: [withdrawal] });
  const { code, printed } = await terminal.cairn('proposals', 'list');
  expect(code).toBe(0);
  expect(printed).toEqual([
    `Withdrawn: the guide "gone" of "basics". Browsers still show it. The draft without it: ${draft}`,
    `${id}  waiting  "My way", walkthrough of 2 steps for "orders", by Ada, 2026-11-30`,
  ]);
});

test('a proposal is read with its note, its faults and what it would change', async () => {
  const { printed } = await terminal.cairn('proposals', 'read', id);
  const text = printed.join('\n');
  for (const part of [
    'Note: Ten a day.',
    'Warning: walkthrough "my-way": is long. Shorten it.',
    'a new draft of "basics"',
    'new',
  ])
    expect(text).toContain(part);
});

test('what was not read is not decided; what was read is, at the revision that was read', async () => {
  const take = ['proposals', 'take', id, '--pack', 'basics', '--as', 'other'];
  expect(await terminal.cairn(...take)).toMatchObject({ code: 2, errors: [expect.stringContaining('You have not read')] });
  await terminal.cairn('proposals', 'read', id);
  desk.on(`POST /proposals/${id}/take`, { ...proposal, state: 'taken', revision: 4, draft, guide: 'basics/other' });
  const { code, printed } = await terminal.cairn(...take);
  expect([code, printed]).toEqual([
    0,
    [`It is in the draft ${draft}, as basics/other. Read it with: cairn pack review ${draft}`],
  ]);
  const [sent] = desk.writes();
  expect([sent!.headers.get('if-match'), sent!.body]).toEqual(['"3"', '{"pack":"basics","as":"other"}']);
});

test.each(['return', 'decline'])('%s needs a comment, and a change by the colleague is said with what to do', async (action) => {
  await terminal.cairn('proposals', 'read', id);
  expect((await terminal.cairn('proposals', action, id)).code).toBe(2);
  desk.on(`POST /proposals/${id}/${action}`, () => problem(412, 'changed-meanwhile', 'This proposal is now at revision 4.'));
  const refused = await terminal.cairn('proposals', action, id, '--comment', 'No.');
  expect([refused.code, refused.errors.join()]).toEqual([1, expect.stringContaining('cairn proposals read ID')]);
  desk.on(`POST /proposals/${id}/${action}`, { ...proposal, state: `${action}ed`.replace('eed', 'ed'), revision: 4 });
  expect((await terminal.cairn('proposals', action, id, '--comment', 'No.')).code).toBe(0);
});
