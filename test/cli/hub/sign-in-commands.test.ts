import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deskInTest, hub, link, problem, secret } from './desk-in-test.ts';
import { type DeskTerminal, openTerminal } from './desk-terminal.ts';

let lifetime: AsyncDisposableStack;
let terminal: DeskTerminal;
let desk: ReturnType<typeof deskInTest>;
beforeEach(async () => {
  lifetime = new AsyncDisposableStack();
  terminal = await openTerminal(lifetime);
  desk = deskInTest(lifetime);
  desk.on('GET /drafts', { drafts: [] });
});
afterEach(() => lifetime.disposeAsync());
const session = () => terminal.within('config/session.json');

test('a one-time link signs in, and the secret is in a file that only its owner can read, and is not printed', async () => {
  expect(await terminal.cairn('sign-in', link)).toEqual({
    code: 0,
    printed: [`Signed in at ${hub} as Ann (publisher), until 2026-12-01T08:00:00.000Z.`],
    errors: [],
  });
  expect(JSON.parse(desk.asked[0]!.body!)).toEqual({ token: 't'.repeat(43) });
  expect((await stat(session())).mode & 0o777).toBe(0o600);
  expect((await stat(terminal.within('config'))).mode & 0o777).toBe(0o700);
  expect(await readFile(session(), 'utf8')).toContain(secret);
  expect(await readdir(terminal.within('config'))).toEqual(['session.json']);
  await terminal.cairn('pack', 'drafts');
  expect(desk.asked[1]!.headers.get('cookie')).toBe(`__Host-cairn_session=${secret}`);
  expect(terminal.everything.join('\n')).not.toContain(secret);
  expect(terminal.everything.join('\n')).not.toContain('t'.repeat(43));
});

test('a file that others could read is protected when it is used', async () => {
  await terminal.cairn('sign-in', link);
  await chmod(session(), 0o644);
  await terminal.cairn('pack', 'drafts');
  expect((await stat(session())).mode & 0o777).toBe(0o600);
});

test('signing out ends the sign-in at the hub and deletes the file', async () => {
  await terminal.cairn('sign-in', link);
  desk.on('POST /sign-out', () => new Response(null, { status: 204 }));
  expect(await terminal.cairn('sign-out')).toMatchObject({ code: 0, printed: [`Signed out at ${hub}.`] });
  expect(desk.writes().map(({ path, headers }) => [path, headers.get('cookie')])).toEqual([
    ['/sign-out', `__Host-cairn_session=${secret}`],
  ]);
  expect(await readdir(terminal.within('config'))).toEqual([]);
  expect((await terminal.cairn('sign-out')).printed).toEqual(['You are signed in at no hub.']);
});

test.each([
  ['nothing', 'You are signed in at no hub.'],
  ['no JSON', 'You are signed in at no hub.'],
])('with %s in the file, a command says how to sign in', async (content, said) => {
  await terminal.cairn('sign-in', link);
  await writeFile(session(), content === 'nothing' ? '' : '{');
  const { code, errors } = await terminal.cairn('pack', 'drafts');
  expect([code, errors.join()]).toEqual([2, expect.stringContaining(said)]);
  expect(errors.join()).toContain('cairn sign-in LINK');
});

test.each([
  'https://cairn.example.com/desk/',
  'not-an-address',
  'https://cairn.example.com/desk/#sign-in=',
  'ftp://cairn.example.com/desk/#sign-in=tttttttttttttttttttttttttttttttttttttttttttt',
])('%s is no link to sign in with', async (wrong) => {
  expect((await terminal.cairn('sign-in', wrong)).code).toBe(2);
  expect(desk.asked).toEqual([]);
});

test('a link that was used already is refused with what to do, and an earlier sign-in stays', async () => {
  await terminal.cairn('sign-in', link);
  desk.on('POST /sign-in', () => problem(403, 'spent-link', 'This sign-in link was used already.', 'Ask for a new one.'));
  expect(await terminal.cairn('sign-in', link)).toMatchObject({
    code: 1,
    errors: ['This sign-in link was used already. Ask for a new one.'],
  });
  expect((await terminal.cairn('pack', 'drafts')).code).toBe(0);
});

test.each<[string, () => Response, RegExp]>([
  [
    'a sign-in that has ended',
    () => problem(401, 'not-signed-in', 'You are not signed in.'),
    /You are not signed in\. .*cairn sign-in LINK/,
  ],
  ['a web page', () => new Response('<html>', { status: 200 }), /answered otherwise than this command expects/],
  ['a gateway', () => new Response('Sign in', { status: 401 }), /HTTP 401, and not as a hub does\. A proxy or gateway/],
  [
    'a hub that has moved',
    () => new Response(null, { status: 308, headers: { location: 'https://new.example.com/' } }),
    /leads to https:\/\/new\.example\.com/,
  ],
  ['a hub that is down behind its proxy', () => new Response('', { status: 502 }), /start the hub/],
])('%s is said with what to do', async (_what, answer, said) => {
  await terminal.cairn('sign-in', link);
  desk.on('GET /drafts', answer);
  const { code, errors } = await terminal.cairn('pack', 'drafts');
  expect(code).toBe(1);
  expect(errors.join()).toMatch(said);
  expect(terminal.everything.join('\n')).not.toContain(secret);
});

test('a hub that cannot be reached is said with what to do', async () => {
  await terminal.cairn('sign-in', link);
  vi.stubGlobal('fetch', async () =>
    Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })),
  );
  const { code, errors } = await terminal.cairn('pack', 'drafts');
  expect([code, errors.join()]).toEqual([1, expect.stringContaining('nothing listens there. Start the hub')]);
});
