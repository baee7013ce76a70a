import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPack } from '../../packs/a-pack.ts';
import { deskInTest, link, problem } from './desk-in-test.ts';
import { type DeskTerminal, openTerminal } from './desk-terminal.ts';

const id = '6f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11';
const other = '7f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11';
const draft = {
  ...{ id, pack: 'first-orders', app: 'orders', version: 8, state: 'draft', revision: 1, contentHash: 'abc' },
  ...{ authors: ['Ann'], mayApprove: false, approvedBy: null, comment: null, updatedAt: '2026-11-30T08:00:00.000Z' },
};
const detail = { ...draft, content: aPack, faults: [], comparedWith: 7, changes: [] };

let lifetime: AsyncDisposableStack;
let terminal: DeskTerminal;
let desk: ReturnType<typeof deskInTest>;
beforeEach(async () => {
  lifetime = new AsyncDisposableStack();
  terminal = await openTerminal(lifetime);
  desk = deskInTest(lifetime);
  desk.on('GET /drafts', { drafts: [] });
  desk.on('POST /drafts', () => Response.json(draft, { status: 201 }));
  desk.on(`GET /drafts/${id}`, detail);
  await terminal.cairn('sign-in', link);
});
afterEach(() => lifetime.disposeAsync());

async function packFile(text = JSON.stringify(aPack)): Promise<string> {
  await writeFile(terminal.within('pack.json'), text);
  return terminal.within('pack.json');
}
const writes = () => desk.writes().map(({ method, path, headers }) => `${method} ${path} ${headers.get('if-match')}`);
/** Ann has sent the draft, and the hub has it as the only one of the pack. */
async function afterSending(): Promise<string> {
  const file = await packFile();
  await terminal.cairn('pack', 'draft', file);
  desk.on('GET /drafts', { drafts: [draft] });
  return file;
}

test('a pack is sent as it was written, with the order of its fields and those that nobody knows', async () => {
  const written = '{ "zebra": 1.50, "id": "first-orders", "app": "orders", "later": {"b": 1, "a": 12345678901234567890} }';
  const { code, printed } = await terminal.cairn('pack', 'draft', await packFile(`\ufeff${written}\n`));
  expect(code).toBe(0);
  expect(printed[0]).toBe(`Made the draft ${id} of "first-orders", revision 1.`);
  expect(printed.at(-1)).toBe(`Hand it in for review with: cairn pack submit ${id}`);
  expect(desk.writes()[0]!.body).toBe(`{"content":${written}}`);
});

test('the second time the draft is changed, for the revision that was made the first time', async () => {
  const file = await afterSending();
  desk.on(`PUT /drafts/${id}`, { ...draft, revision: 2 });
  expect((await terminal.cairn('pack', 'draft', file)).printed[0]).toBe(`Changed the draft ${id} of "first-orders", revision 2.`);
  await terminal.cairn('pack', 'draft', file);
  expect(writes()).toEqual(['POST /drafts null', `PUT /drafts/${id} "1"`, `PUT /drafts/${id} "2"`]);
});

test('the change of somebody else is not overwritten: it is said whose it is, and what to do', async () => {
  const file = await afterSending();
  desk.on(`PUT /drafts/${id}`, () =>
    problem(412, 'changed-meanwhile', 'This draft is now at revision 2: Ben changed it at 2026-11-30T09:00:00.000Z.'),
  );
  const { code, errors } = await terminal.cairn('pack', 'draft', file);
  expect(code).toBe(1);
  expect(errors.join()).toMatch(/Ben changed it .*cairn pack review ID --out FILE/);

  desk.on(`GET /drafts/${id}`, { ...detail, revision: 2 });
  await terminal.cairn('pack', 'review', id, '--out', terminal.within('theirs.json'));
  expect(JSON.parse(await readFile(terminal.within('theirs.json'), 'utf8'))).toEqual(aPack);
  desk.on(`PUT /drafts/${id}`, { ...draft, revision: 3 });
  expect((await terminal.cairn('pack', 'draft', file)).code).toBe(0);
  expect(writes().at(-1)).toBe(`PUT /drafts/${id} "2"`);
});

test('a draft that the person has not read is not changed; another is made only on request', async () => {
  desk.on('GET /drafts', { drafts: [{ ...draft, authors: ['Ben'] }] });
  const file = await packFile();
  const { code, errors } = await terminal.cairn('pack', 'draft', file);
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(`You have not read the draft ${id}`)]);
  expect(writes()).toEqual([]);
  await terminal.cairn('pack', 'draft', file, '--new');
  expect(writes()).toEqual(['POST /drafts null']);
});

test('of several drafts of a pack the person says which', async () => {
  const file = await afterSending();
  desk.on('GET /drafts', { drafts: [draft, { ...draft, id: other, authors: ['Ben'] }] });
  desk.on(`PUT /drafts/${id}`, { ...draft, revision: 2 });
  const { code, errors } = await terminal.cairn('pack', 'draft', file);
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(`${other} by Ben`)]);
  expect((await terminal.cairn('pack', 'draft', file, '--draft', id)).code).toBe(0);
});

test('what browsers would refuse is printed when a draft is sent', async () => {
  const fault = { path: 'guides[1].title', reason: 'is missing', remedy: 'Give it a title.' };
  desk.on(`GET /drafts/${id}`, { ...detail, faults: [fault] });
  const { code, printed } = await terminal.cairn('pack', 'draft', await packFile());
  expect(code).toBe(1);
  expect(printed.join('\n')).toContain('walkthrough "new-order": title: is missing.');
});

test.each([
  ['a signed pack', 'aaa.bbb.ccc', 'is not JSON'],
  ['a list', '[]', 'it has no "id"'],
  ['nothing', '', 'is not JSON'],
])('%s is not sent as a draft', async (_what, text, said) => {
  const { code, errors } = await terminal.cairn('pack', 'draft', await packFile(text));
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(said)]);
  expect(writes()).toEqual([]);
});

test('a draft is handed in, withdrawn and discarded for the revision that was read', async () => {
  await afterSending();
  desk.on(`POST /drafts/${id}/submit`, { ...draft, state: 'in-review', revision: 2 });
  desk.on(`POST /drafts/${id}/withdraw`, { ...draft, revision: 3 });
  desk.on(`DELETE /drafts/${id}`, { ...draft, state: 'discarded', revision: 4 });
  expect((await terminal.cairn('pack', 'submit', id)).printed).toEqual([
    `Handed in as version 8 of "first-orders". Somebody other than Ann reviews it with: cairn pack review ${id}`,
  ]);
  await terminal.cairn('pack', 'withdraw', id);
  await terminal.cairn('pack', 'discard', id);
  expect(writes().slice(1)).toEqual([
    `POST /drafts/${id}/submit "1"`,
    `POST /drafts/${id}/withdraw "2"`,
    `DELETE /drafts/${id} "3"`,
  ]);
});

test('a review prints the changes in words, and how to approve', async () => {
  const changes = [
    {
      path: 'guides[1].steps[0]',
      guide: 'Place an order',
      text: 'step 1: text changed',
      before: 'Open\u001b[2J it',
      after: 'Open\nthe list',
    },
    { path: 'theme', guide: null, text: 'theme: new', before: null, after: null },
  ];
  desk.on(`GET /drafts/${id}`, { ...detail, state: 'in-review', revision: 2, mayApprove: true, authors: ['Ben', 'Cy'], changes });
  const { printed } = await terminal.cairn('pack', 'review', id);
  expect(printed).toEqual([
    '"first-orders" version 8 for the app "orders": in-review, revision 2, by Ben and Cy.',
    'Changes since version 7:',
    '  Place an order: step 1: text changed',
    '    - Open\ufffd[2J it',
    '    + Open the list',
    '  theme: new',
    '"first-orders": no faults, no warnings.',
    'Hash of the content: abc',
    `Approve it with: cairn pack approve ${id} --hash abc`,
  ]);
  desk.on(`POST /drafts/${id}/approve`, { ...draft, state: 'approved', revision: 3 });
  await terminal.cairn('pack', 'approve', id, '--hash', 'abc', '--comment', 'Good');
  expect(writes()).toEqual([`POST /drafts/${id}/approve "2"`]);
  expect(JSON.parse(desk.writes()[0]!.body!)).toEqual({ contentHash: 'abc', comment: 'Good' });
});

test('an author is told that somebody else approves', async () => {
  desk.on(`GET /drafts/${id}`, { ...detail, state: 'in-review' });
  expect((await terminal.cairn('pack', 'review', id)).printed.at(-1)).toContain('somebody other than Ann approves it');
  desk.on(`POST /drafts/${id}/approve`, () => problem(403, 'own-draft', 'You wrote a part of this draft.', 'Ask somebody else.'));
  expect(await terminal.cairn('pack', 'approve', id, '--hash', 'abc')).toMatchObject({
    code: 1,
    errors: ['You wrote a part of this draft. Ask somebody else.'],
  });
});

test.each([
  [['pack', 'approve', id], '--hash is missing'],
  [['pack', 'return', id], '--comment is missing'],
  [['pack', 'return', id, '--comment', ' '], '--comment is missing'],
  [['pack', 'submit'], 'is missing'],
])('%j changes nothing', async (args, said) => {
  const { code, errors } = await terminal.cairn(...args);
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(said)]);
  expect(writes()).toEqual([]);
});

test('drafts are listed with their state, authors and the comment of the last review', async () => {
  desk.on('GET /drafts', { drafts: [{ ...draft, comment: 'Shorter, please' }] });
  expect((await terminal.cairn('pack', 'drafts')).printed).toEqual([
    `${id}  first-orders  draft, revision 1, by Ann, 2026-11-30T08:00:00.000Z`,
    '    Shorter, please',
  ]);
});

test('a file that exists is not overwritten by a review', async () => {
  const file = await packFile('mine');
  expect((await terminal.cairn('pack', 'review', id, '--out', file)).code).toBe(2);
  expect(await readFile(file, 'utf8')).toBe('mine');
});
