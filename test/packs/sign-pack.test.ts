import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { signPack } from '../../src/packs/sign-pack.ts';
import { verifyPack } from '../../src/packs/verify-pack.ts';
import { aPack, makeKey, withField } from './a-pack.ts';

const key = await makeKey('ours');

test('the signed content is what was written', async () => {
  const signed = await signPack(aPack, key.signing);
  if (!signed.ok) throw new Error('refused');
  expect(decodeProtectedHeader(signed.jws)).toEqual({ alg: 'EdDSA', typ: 'cairn-pack+jws', kid: 'ours' });
  const content = Buffer.from(signed.jws.split('.')[1]!, 'base64url').toString();
  expect(JSON.parse(content)).toEqual(aPack);
  expect(await verifyPack(signed.jws, [key.pinned])).toMatchObject({ ok: true, kid: 'ours' });
});

test('signing is deterministic, and the digest does not depend on the key', async () => {
  const other = await makeKey('other');
  const [once, again, elsewhere] = await Promise.all([key, key, other].map(({ signing }) => signPack(aPack, signing)));
  expect(once).toEqual(again);
  if (!once?.ok || !elsewhere?.ok) throw new Error('refused');
  const pinned = [key.pinned, other.pinned];
  const [one, two] = await Promise.all([once, elsewhere].map(({ jws }) => verifyPack(jws, pinned)));
  expect(one?.ok && two?.ok && one.digest === two.digest && one.kid !== two.kid).toBe(true);
});

test('an invalid pack is not signed', async () => {
  expect(await signPack(withField(aPack, 'app'), key.signing)).toMatchObject({
    ok: false,
    why: [{ path: 'app', reason: 'is missing' }],
  });
});

test('a pack over the size limit is not signed', async () => {
  const step = (at: number) => ({ id: `s${at}`, title: 'x', body: 'y'.repeat(7900) });
  const guides = Array.from({ length: 5 }, (_, at) => ({
    kind: 'walkthrough',
    id: `w${at}`,
    title: 'x',
    steps: Array.from({ length: 50 }, (_, nth) => step(nth)),
  }));
  expect(await signPack({ ...aPack, guides }, key.signing)).toMatchObject({
    ok: false,
    why: [{ reason: expect.stringContaining('2000000 are allowed') }],
  });
});

test('signing with a public key throws', async () => {
  const { d: _private, ...open } = key.signing;
  await expect(signPack(aPack, open as typeof key.signing)).rejects.toThrow();
});
