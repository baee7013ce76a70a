import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPack } from '../../packs/a-pack.ts';
import { deskInTest, hub, link, problem, secret } from './desk-in-test.ts';
import { type DeskTerminal, openTerminal } from './desk-terminal.ts';

const id = '6f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11';
const detail = {
  ...{ id, pack: 'orders', app: 'shop', version: 8, state: 'approved', revision: 5, contentHash: 'abc' },
  ...{ authors: ['Ann'], mayApprove: false, approvedBy: 'Ben', comment: null, updatedAt: '2026-11-30T08:00:00.000Z' },
  ...{ content: aPack, faults: [], comparedWith: 7, changes: [] },
};
const release = {
  ...{ version: 8, channel: 'live', share: 10, departments: ['Sales', 'HR'], from: null, until: null, state: 'offered' },
  ...{
    revision: 3,
    stopReason: null,
    publishedAt: '2026-11-30T08:00:00.000Z',
    publishedBy: 'Cy',
    approvedBy: 'Ben',
    copyOf: null,
  },
};
const versions = { pack: 'orders', app: 'shop', isOff: false, offReason: null, revision: 12, releases: [release] };

let lifetime: AsyncDisposableStack;
let terminal: DeskTerminal;
let desk: ReturnType<typeof deskInTest>;
beforeEach(async () => {
  lifetime = new AsyncDisposableStack();
  terminal = await openTerminal(lifetime);
  desk = deskInTest(lifetime);
  desk.on(`GET /drafts/${id}`, detail);
  desk.on('GET /packs/orders/versions', versions);
  await terminal.cairn('sign-in', link);
});
afterEach(() => lifetime.disposeAsync());
const sent = () => {
  const [{ method, path, headers, body } = desk.asked[0]!] = desk.writes();
  return [`${method} ${path} ${headers.get('if-match')}`, !body ? undefined : JSON.parse(body)];
};

test('an approved draft is released to everybody at once, and what the policy needs is printed', async () => {
  desk.on(`POST /drafts/${id}/publish`, () => Response.json({ ...release, share: 100, departments: [] }, { status: 201 }));
  expect(await terminal.cairn('pack', 'release', id)).toEqual({
    code: 0,
    errors: [],
    printed: [
      'Released "orders" 8  offered: 100 % of devices; published by Cy; approved by Ben',
      'Put this into "packs" of the policy, if it is not there yet:',
      JSON.stringify({ url: `${hub}/v1/packs/orders`, app: 'shop', id: 'orders' }),
    ],
  });
  expect(sent()).toEqual([
    `POST /drafts/${id}/publish "5"`,
    { channel: 'live', share: 100, departments: [], from: null, until: null },
  ]);
});

test('a release has the reach that its options say', async () => {
  desk.on(`POST /drafts/${id}/publish`, { ...release, channel: 'test', until: '2026-12-31T23:00:00.000Z' });
  const options = ['--share', '10 %', '--departments', 'Sales, HR,', '--channel', 'test', '--from', '2026-12-01T08:00:00+01:00'];
  const { printed } = await terminal.cairn('pack', 'release', id, ...options, '--until', '2026-12-31T23:00Z');
  expect(printed[0]).toContain('10 % of devices of Sales and HR, in the test channel, until 2026-12-31T23:00:00.000Z');
  expect(printed[2]).toContain('/v1/packs/orders?channel=test');
  const [from, until] = ['2026-12-01T07:00:00.000Z', '2026-12-31T23:00:00.000Z'];
  expect(sent()[1]).toEqual({ channel: 'test', share: 10, departments: ['Sales', 'HR'], from, until });
});

test('a wider reach changes what is said, and leaves the rest as it is', async () => {
  desk.on('PUT /packs/orders/versions/8/reach', { ...release, share: 50 });
  await terminal.cairn('pack', 'reach', 'orders', '8', '--share', '50');
  const { channel, departments, from, until } = release;
  expect(sent()).toEqual(['PUT /packs/orders/versions/8/reach "3"', { channel, departments, from, until, share: 50 }]);
  desk.asked.length = 0;
  await terminal.cairn('pack', 'reach', 'orders', '8', '--departments', 'all', '--share', '100', '--from', 'now');
  expect(sent()[1]).toMatchObject({ share: 100, departments: [], from: null });
  desk.asked.length = 0;
  await terminal.cairn('pack', 'reach', 'orders', '8', '--departments', '["Sales, North"]');
  expect(sent()[1]).toMatchObject({ departments: ['Sales, North'] });
});

test.each([
  [['--share', '0'], '--share'],
  [['--share', '101'], '--share'],
  [['--share', 'half'], '--share'],
  [['--share', ''], '--share'],
  [['--channel', 'beta'], '--channel'],
  [['--from', 'soon'], '--from takes a time'],
  [['--until', ''], '--until takes a time'],
  [['--departments', '[1]'], '--departments'],
  [['--departments', '["A"'], '--departments takes names'],
])('a reach of %j is refused before the hub is asked', async (options, said) => {
  const { code, errors } = await terminal.cairn('pack', 'release', id, ...options);
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(said)]);
  expect(desk.writes()).toEqual([]);
});

test('versions are listed with their state, their reach and who is behind them', async () => {
  const stopped = { ...release, version: 9, state: 'stopped', stopReason: 'too many dismissed it', departments: [], share: 20 };
  const copy = { ...release, version: 10, copyOf: 7, publishedBy: null, approvedBy: null };
  desk.on('GET /packs/orders/versions', { ...versions, isOff: true, offReason: 'wrong step', releases: [copy, stopped] });
  expect((await terminal.cairn('pack', 'versions', 'orders')).printed).toEqual([
    '"orders" for the app "shop": switched off (wrong step)',
    '  10  offered: 10 % of devices of Sales and HR; content of version 7; published by the publishing token',
    '  9  stopped: 20 % of devices; stopped: too many dismissed it; published by Cy; approved by Ben',
  ]);
});

test.each<[string[], string, string, object | undefined]>([
  [['pack', 'stop', 'orders', '8', '--reason', 'Wrong'], 'POST /packs/orders/versions/8/stop', '"3"', { reason: 'Wrong' }],
  [['pack', 'off', 'orders', '--reason', 'Wrong'], 'POST /packs/orders/off', '"12"', { reason: 'Wrong' }],
  [['pack', 'on', 'orders'], 'POST /packs/orders/on', '"12"', undefined],
  [['pack', 'roll-back', 'orders', '--to', '7'], 'POST /packs/orders/roll-back', '"12"', { to: 7 }],
])('%j sends what it says for the revision that there is', async (args, request, revision, body) => {
  desk.on(request, request.includes('versions') ? release : versions);
  expect((await terminal.cairn(...args)).code).toBe(0);
  expect(sent()).toEqual([`${request} ${revision}`, body]);
});

test('what differs between two versions is printed in words', async () => {
  const changes = [{ path: 'guides[0]', guide: 'Search', text: 'text changed', before: 'a', after: 'b' }];
  desk.on('GET /packs/orders/changes?from=7&to=8', { from: 7, to: 8, changes });
  const { printed } = await terminal.cairn('pack', 'changes', 'orders', '--from', '7', '--to', '8');
  expect(printed).toEqual(['  Search: text changed', '    - a', '    + b']);
});

test.each([
  [['pack', 'off', 'orders'], '--reason is missing'],
  [['pack', 'stop', 'orders', '8'], '--reason is missing'],
  [['pack', 'stop', 'orders', 'x', '--reason', 'y'], 'VERSION takes the number'],
  [['pack', 'stop', 'orders', '6', '--reason', 'y'], 'no version 6 of "orders". It has: 8.'],
  [['pack', 'roll-back', 'orders'], '--to takes the number'],
  [['pack', 'changes', 'orders', '--from', '1'], '--to takes the number'],
])('%j changes nothing, and says what is missing', async (args, said) => {
  const { code, errors } = await terminal.cairn(...args);
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(said)]);
  expect(desk.writes()).toEqual([]);
});

test('what the hub refuses is said with its remedy', async () => {
  desk.on('PUT /packs/orders/versions/8/reach', () =>
    problem(409, 'share-shrinks', 'The share only grows.', 'Stop the roll-out.'),
  );
  expect(await terminal.cairn('pack', 'reach', 'orders', '8', '--share', '5')).toMatchObject({
    code: 1,
    errors: ['The share only grows. Stop the roll-out.'],
  });
});

const key = { kid: 'k2', x: 'x'.repeat(43), state: 'prepared', heldBy: 'file', madeAt: '2026-11-30T08:00:00.000Z' };

test('a key that the hub makes is printed for the policy, and listed, activated and retired by its name', async () => {
  const active = { ...key, kid: 'k1', state: 'active', madeAt: '2026-01-01T08:00:00.000Z' };
  for (const request of [
    'GET /signing-keys',
    'POST /signing-keys',
    'POST /signing-keys/k2/activate',
    'POST /signing-keys/k2/retire',
  ])
    desk.on(request, { keys: [active, { ...key, kid: 'k0', madeAt: '2026-01-02T08:00:00.000Z' }, key] });
  const made = await terminal.cairn('keys', 'new');
  expect(made.printed).toEqual([JSON.stringify({ kid: 'k2', x: key.x })]);
  expect(made.errors.join()).toContain('cairn keys activate k2');
  expect((await terminal.cairn('keys', 'list')).printed[0]).toBe(
    `k1  active, held by file, made 2026-01-01T08:00:00.000Z, x ${key.x}`,
  );
  await terminal.cairn('keys', 'activate', 'k2');
  await terminal.cairn('keys', 'retire', 'k2');
  expect(desk.writes().map(({ path }) => path)).toEqual([
    ...['/signing-keys', '/signing-keys/k2/activate', '/signing-keys/k2/retire'],
  ]);
  expect(terminal.everything.join('\n')).not.toContain(secret);
});

test('a hub without keys says how to make one', async () => {
  desk.on('GET /signing-keys', { keys: [] });
  expect((await terminal.cairn('keys', 'list')).printed.join()).toContain('cairn keys new');
});
