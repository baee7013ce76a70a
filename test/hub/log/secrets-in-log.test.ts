import { expect, test } from 'vitest';
import { hasToken } from '../../../src/hub/installs/create-first-token.ts';
import { createJsonLog } from '../../../src/hub/log/log.ts';
import { announceFirstSecrets } from '../../../src/hub/secrets.ts';
import { signPack } from '../../../src/packs/sign-pack.ts';
import { ask, bearer, enrolToken, feedback, hubOn, publishToken, send, signedIn, wordsFor } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { newKey, packOf } from '../packs-in-test.ts';

onBothStores((store) => {
  test('no log line of any route holds a token, secret, cookie, comment or contact', async () => {
    const hub = hubOn(store());
    const wrong = 'a-wrong-token-of-somebody';
    await ask(hub, 'POST /v1/enrol', { body: { token: wrong } });
    const { body: install } = await ask<{ secret: string }>(hub, 'POST /v1/enrol', { body: { token: enrolToken } });
    const { cookie } = await signedIn(hub);
    await ask(hub, 'POST /desk/api/sign-in', { body: { token: 'a-spent-token-of-a-link' } });
    const entry = feedback();
    await send(hub, install.secret, [
      entry,
      wordsFor(entry.id, 'My own comment', { contact: 'ada@example.com' }),
      { kind: 'My own kind' },
    ]);
    await ask(hub, `DELETE /v1/entries/${entry.id}`, { headers: bearer(install.secret) });
    await ask(hub, 'DELETE /v1/entries/not-an-id-at-all', { headers: bearer(install.secret) });
    await ask(hub, 'GET /desk/api/backlog?app=secret-app', { headers: { cookie } });
    await ask(hub, 'GET /desk/api/answers', { headers: { cookie } });
    const signed = await signPack(packOf({ id: 'logged' }), await newKey());
    await ask(hub, 'POST /v1/packs', {
      body: signed.ok ? signed.jws : '',
      headers: { ...bearer(publishToken), 'content-type': 'application/jose' },
    });
    await ask(hub, 'POST /desk/api/sign-out', { headers: { cookie } });

    const messages = new Set(hub.log.map((line) => JSON.parse(line).msg));
    expect([...messages].sort()).toEqual(['batch', 'enrolment refused', 'erasure', 'pack published', 'request', 'signed in']);
    const secrets = [enrolToken, publishToken, wrong, install.secret, cookie.split('=')[1], 'a-spent-token-of-a-link'];
    for (const secret of [...secrets, 'My own', 'ada@example.com', 'not-an-id-at-all', 'secret-app'])
      expect(hub.log.join('')).not.toContain(secret);
  });

  test('a first start prints its secrets at a terminal, never to the log, and without a terminal it makes none', async () => {
    const lines: string[] = [];
    const printed: string[] = [];
    const now = () => new Date('2026-11-22T12:00:00Z');
    const log = createJsonLog({ write: (line) => lines.push(line), minLevel: 'debug', now });
    const given = { store: store(), log, now, publicUrl: 'https://cairn.example.com', isTokenGiven: false };
    await announceFirstSecrets({ ...given, print: undefined });
    expect([await hasToken(store()), lines.length]).toEqual([false, 1]);
    await announceFirstSecrets({ ...given, print: (line) => printed.push(line) });
    expect([await hasToken(store()), lines.length]).toEqual([true, 1]);
    expect(printed[0]).toMatch(/^Enrolment token for the managed policy, shown only now: [\w-]{43}$/);
    await announceFirstSecrets({ ...given, print: (line) => printed.push(line) });
    expect(printed.filter((line) => line.startsWith('Enrolment token'))).toHaveLength(1);
  });
});
