import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { feedback, wordsFor } from '../hub-in-test.ts';
import { linkIn, post, startHub, tokenIn, urlOf } from '../hub-process.ts';

vi.setConfig({ testTimeout: 120_000 }); // starts three processes, which take seconds on a busy machine

const folder = mkdtempSync(join(tmpdir(), 'cairn-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('from its first start to its end, a hub without a terminal prints no token, link, secret, cookie or comment', async () => {
  const env = {
    CAIRN_DATA: join(folder, 'hub'),
    CAIRN_ENROL_TOKEN: '',
    CAIRN_PUBLISH_TOKEN: 'a-token-for-publishing',
    LOG_LEVEL: 'debug',
  };
  const hub = startHub(env);
  const url = await urlOf(hub);
  const token = tokenIn((await startHub(env, 'token').ended).stderr);
  const link = linkIn((await startHub(env, 'link', '--name', 'Ada').ended).stderr).split('=')[1] ?? '';
  expect([token.length, link.length]).toEqual([43, 43]);
  const { body: install } = await post<{ secret: string }>(`${url}/v1/enrol`, { token });
  await post(`${url}/v1/enrol`, { token: 'a-wrong-token-of-somebody' });
  const at = new Date().toISOString();
  const one = feedback({ at });
  const entries = [one, wordsFor(one.id, 'My own comment', { at, contact: 'ada@example.com' }), { id: 'My own id' }];
  await post(`${url}/v1/entries`, { sentAt: at, entries }, install.secret);
  await post(`${url}/v1/entries`, { sentAt: at, entries }, 'a-secret-of-nobody');
  await post(`${url}/v1/packs`, 'not.a.pack', 'a-token-for-publishing');
  const body = JSON.stringify({ token: link });
  const signIn = await fetch(`${url}/desk/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^cairn_session=[\w-]{43}$/);
  await fetch(`${url}/desk/api/backlog?app=telling`, { headers: { cookie } });
  hub.child.kill('SIGTERM');
  const { lines, stderr } = await hub.ended;
  const printed = JSON.stringify(lines) + stderr;
  expect(printed).toContain('signed in');
  const secrets = [
    token,
    link,
    install.secret,
    cookie.split('=')[1] ?? '',
    'a-token-for-publishing',
    'a-wrong-token-of-somebody',
  ];
  for (const secret of [...secrets, 'a-secret-of-nobody', 'My own', 'ada@example.com', 'telling', 'sign-in='])
    expect(printed).not.toContain(secret);
});
