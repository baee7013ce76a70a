import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from '../../src/model/text/slug.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { type RefusalCode, verifyPack } from '../../src/packs/verify-pack.ts';
import { aPack, base64url, makeKey, packHeader, signAs, withField } from './a-pack.ts';

const ours = await makeKey('ours');
const theirs = await makeKey('theirs');
const keys = [ours.pinned];
const signed = await signPack(aPack, ours.signing);
if (!signed.ok) throw new Error(JSON.stringify(signed.why));
const good = signed.jws;
const [head = '', body = '', mark = ''] = good.split('.');

const asPack = (content: unknown) => signAs(JSON.stringify(content), packHeader('ours'), ours.signing);
const wrong = (path: string, value?: unknown) => asPack(withField(aPack, path, value));
const headed = (header: object) => `${base64url(JSON.stringify(header))}.${body}.${mark}`;
const signedUnder = (header: object) => signAs(JSON.stringify(aPack), { ...packHeader('ours'), ...header }, ours.signing);

/** A signature by hand, for headers that the library would not make. */
function byHand(header: object, content = JSON.stringify(aPack)): string {
  const input = `${base64url(JSON.stringify(header))}.${base64url(content)}`;
  const key = { key: { ...ours.signing, kty: 'OKP', crv: 'Ed25519' }, format: 'jwk' } as never;
  return `${input}.${base64url(sign(null, Buffer.from(input), key))}`;
}

function withHmac(secret: string): string {
  const input = `${base64url(JSON.stringify({ alg: 'HS256', ...packHeader('ours') }))}.${body}`;
  return `${input}.${createHmac('sha256', Buffer.from(secret, 'base64url')).update(input).digest('base64url')}`;
}

function withEs256(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const input = `${base64url(JSON.stringify({ alg: 'ES256', ...packHeader('ours') }))}.${body}`;
  return `${input}.${base64url(sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }))}`;
}

const flipped = (text: string, at: number) => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
const swapped = async () => {
  const other = await asPack(withField(aPack, 'version', 8));
  return `${head}.${other.split('.')[1]}.${mark}`;
};

type Row = [name: string, jws: unknown, code: RefusalCode, path: string];

const forged: Row[] = [
  ['nothing', '', 'malformed', ''],
  ['no text', 42, 'malformed', ''],
  ['null', null, 'malformed', ''],
  ['a pack in JSON, not signed', JSON.stringify(aPack), 'malformed', ''],
  ['two parts', `${head}.${body}`, 'malformed', ''],
  ['four parts', `${good}.${mark}`, 'malformed', ''],
  ['a web page', '<!doctype html><title>404</title>', 'malformed', ''],
  ['spaces inside', `${head} .${body}.${mark}`, 'malformed', ''],
  ['padded base64', `${head}=.${body}.${mark}`, 'malformed', ''],
  ['more than two million characters', `${head}.${'A'.repeat(2_000_000)}.${mark}`, 'malformed', ''],
  ['a header that is no JSON', `${base64url('{')}.${body}.${mark}`, 'malformed', ''],
  ['a header that is no UTF-8', `${base64url(new Uint8Array([0xff, 0xfe]))}.${body}.${mark}`, 'malformed', ''],
  ['a header that is a list', headed([]), 'malformed', 'header'],
  ['a header that is null', headed(null as never), 'malformed', 'header'],
  ['a header of 2,000 characters', headed({ alg: 'EdDSA', ...packHeader('o'.repeat(2000)) }), 'malformed', ''],
  [
    'no signature: alg none',
    `${base64url(JSON.stringify({ alg: 'none', ...packHeader('ours') }))}.${body}.`,
    'malformed',
    'header.alg',
  ],
  ['alg none and the old signature', headed({ alg: 'none', ...packHeader('ours') }), 'malformed', 'header.alg'],
  ['alg "NoNe"', headed({ alg: 'NoNe', ...packHeader('ours') }), 'malformed', 'header.alg'],
  ['HMAC with the public key for a secret', withHmac(ours.pinned.x), 'malformed', 'header.alg'],
  ['HMAC with an empty secret', withHmac(''), 'malformed', 'header.alg'],
  ['ES256 by a key of their own', withEs256(), 'malformed', 'header.alg'],
  ['alg RS256', headed({ alg: 'RS256', ...packHeader('ours') }), 'malformed', 'header.alg'],
  ['alg Ed25519, which is another name', byHand({ alg: 'Ed25519', ...packHeader('ours') }), 'malformed', 'header.alg'],
  ['no alg', headed(packHeader('ours')), 'malformed', 'header.alg'],
  ['no typ', byHand({ alg: 'EdDSA', kid: 'ours' }), 'malformed', 'header.typ'],
  ['signed for something else: typ JWT', await signedUnder({ typ: 'JWT' }), 'malformed', 'header.typ'],
  ['no kid', byHand({ alg: 'EdDSA', typ: 'cairn-pack+jws' }), 'malformed', 'header.kid'],
  ['an empty kid', byHand({ alg: 'EdDSA', ...packHeader('') }), 'malformed', 'header.kid'],
  ['a kid that is a list', byHand({ alg: 'EdDSA', typ: 'cairn-pack+jws', kid: ['ours'] }), 'malformed', 'header.kid'],
  ['crit', byHand({ alg: 'EdDSA', ...packHeader('ours'), crit: ['exp'], exp: 1 }), 'malformed', 'header.crit'],
  ['b64 false', byHand({ alg: 'EdDSA', ...packHeader('ours'), b64: false, crit: ['b64'] }), 'malformed', 'header.b64'],
  ['b64 true', byHand({ alg: 'EdDSA', ...packHeader('ours'), b64: true }), 'malformed', 'header.b64'],
  [
    'a key of its own in the header',
    await signAs(
      JSON.stringify(aPack),
      { ...packHeader('ours'), jwk: { kty: 'OKP', crv: 'Ed25519', x: theirs.pinned.x } },
      theirs.signing,
    ),
    'malformed',
    'header.jwk',
  ],
  [
    'the address of a key',
    await signAs(JSON.stringify(aPack), { ...packHeader('ours'), jku: 'https://theirs.example/keys' }, theirs.signing),
    'malformed',
    'header.jku',
  ],
  ['a certificate', byHand({ alg: 'EdDSA', ...packHeader('ours'), x5c: ['MIIB'] }), 'malformed', 'header.x5c'],
  ['zip', byHand({ alg: 'EdDSA', ...packHeader('ours'), zip: 'DEF' }), 'malformed', 'header.zip'],
  [
    '__proto__ in the header',
    `${base64url('{"alg":"EdDSA","typ":"cairn-pack+jws","kid":"ours","__proto__":{"x":1}}')}.${body}.${mark}`,
    'malformed',
    'header.__proto__',
  ],
  [
    'signed by a stranger',
    await signAs(JSON.stringify(aPack), packHeader('theirs'), theirs.signing),
    'unknown-key',
    'header.kid',
  ],
  [
    'a kid that only looks alike',
    await signAs(JSON.stringify(aPack), packHeader('Ours'), ours.signing),
    'unknown-key',
    'header.kid',
  ],
  ['kid "__proto__"', await signAs(JSON.stringify(aPack), packHeader('__proto__'), ours.signing), 'unknown-key', 'header.kid'],
  [
    'signed by a stranger in our name',
    await signAs(JSON.stringify(aPack), packHeader('ours'), theirs.signing),
    'bad-signature',
    '',
  ],
  ['one letter of the content changed', `${head}.${flipped(body, 40)}.${mark}`, 'bad-signature', ''],
  ['one letter of the signature changed', `${head}.${body}.${flipped(mark, 40)}`, 'bad-signature', ''],
  ['no signature at all', `${head}.${body}.`, 'bad-signature', ''],
  ['half a signature', `${head}.${body}.${mark.slice(0, 43)}`, 'bad-signature', ''],
  ['a signature of zeros', `${head}.${body}.${base64url(new Uint8Array(64))}`, 'bad-signature', ''],
  ['the signature of another version', await swapped(), 'bad-signature', ''],
  ['content that is no JSON', await signAs('version: 7', packHeader('ours'), ours.signing), 'malformed', ''],
  [
    'content that is no UTF-8',
    await signAs(new Uint8Array([0x7b, 0xff, 0x7d]), packHeader('ours'), ours.signing),
    'malformed',
    '',
  ],
  [
    'a text that is no UTF-8',
    await signAs(Buffer.from(JSON.stringify(withField(aPack, 'title', 'a\u00ffb')), 'latin1'), packHeader('ours'), ours.signing),
    'malformed',
    '',
  ],
  [
    'a hundred thousand brackets',
    await signAs('['.repeat(100_000) + ']'.repeat(100_000), packHeader('ours'), ours.signing),
    'schema',
    '',
  ],
];

const malformed: Row[] = [
  ['a list', await asPack([]), 'schema', ''],
  ['null', await asPack(null), 'schema', ''],
  ['text', await asPack('pack'), 'schema', ''],
  ['no format', await wrong('format'), 'schema', 'format'],
  ['a later format', await wrong('format', 'cairn/2'), 'schema', 'format'],
  ['an id in capitals', await wrong('id', 'First'), 'schema', 'id'],
  ['an id that climbs', await wrong('id', '../x'), 'schema', 'id'],
  ['no version', await wrong('version'), 'schema', 'version'],
  ['version 0', await wrong('version', 0), 'schema', 'version'],
  ['version 1.5', await wrong('version', 1.5), 'schema', 'version'],
  ['version as text', await wrong('version', '7'), 'schema', 'version'],
  ['a version past counting', await wrong('version', 1e300), 'schema', 'version'],
  ['no app', await wrong('app'), 'schema', 'app'],
  ['no title', await wrong('title'), 'schema', 'title'],
  ['an empty title', await wrong('title', ''), 'schema', 'title'],
  ['a title in no language', await wrong('title', {}), 'schema', 'title'],
  ['a title in "English"', await wrong('title', { English: 'x' }), 'schema', 'title.English'],
  ['a title that is a number', await wrong('title', 4), 'schema', 'title'],
  ['a language of spaces', await wrong('language', 'en US'), 'schema', 'language'],
  ['sample as text', await wrong('sample', 'yes'), 'schema', 'sample'],
  ['a place that is an address', await wrong('places.0', 'https://x.example/'), 'schema', 'places[0]'],
  ['a place that is no pattern', await wrong('places.0', '/a/(('), 'schema', 'places[0]'],
  ['guides that are an object', await wrong('guides', {}), 'schema', 'guides'],
  ['a guide that is null', await wrong('guides.0', null), 'schema', 'guides[0]'],
  ['a guide of no kind', await wrong('guides.0.kind'), 'schema', 'guides[0].kind'],
  ['a guide of a strange kind', await wrong('guides.0.kind', 'popup'), 'schema', 'guides[0].kind'],
  ['a tip without a control', await wrong('guides.0.anchor'), 'schema', 'guides[0].anchor'],
  ['a tip without words', await wrong('guides.0.body'), 'schema', 'guides[0].body'],
  ['a body of 8,001 characters', await wrong('guides.0.body', 'x'.repeat(8001)), 'schema', 'guides[0].body'],
  ['a tip that opens nothing', await wrong('guides.0.opens', 'nowhere'), 'schema', 'guides[0].opens'],
  ['an audience nobody knows', await wrong('guides.0.who.planet', ['Mars']), 'schema', 'guides[0].who.planet'],
  ['a day that is none', await wrong('guides.0.from', '2026-02-30'), 'schema', 'guides[0].from'],
  ['an end before the beginning', await wrong('guides.0.until', '2025-12-31'), 'schema', 'guides[0].until'],
  ['a priority of 101', await wrong('guides.0.priority', 101), 'schema', 'guides[0].priority'],
  ['a misspelt field', await wrong('guides.0.titel', 'x'), 'schema', 'guides[0].titel'],
  ['a field that runs', await wrong('guides.0.script', 'alert(1)'), 'schema', 'guides[0].script'],
  ['no steps', await wrong('guides.1.steps', []), 'schema', 'guides[1].steps'],
  [
    'a walkthrough of 51 steps',
    await wrong(
      'guides.1.steps',
      Array.from({ length: 51 }, (_, at) => ({ id: `s${at}`, title: 'x', body: 'y' })),
    ),
    'schema',
    'guides[1].steps',
  ],
  ['two steps of one id', await wrong('guides.1.steps.1.id', 'begin'), 'schema', 'guides[1].steps[1].id'],
  ['two guides of one id', await wrong('guides.1.id', 'search'), 'schema', 'guides[1].id'],
  ['a way out of the app', await wrong('guides.1.steps.0.go', '//elsewhere.example'), 'schema', 'guides[1].steps[0].go'],
  ['a way into script', await wrong('guides.1.steps.0.go', 'javascript:alert(1)'), 'schema', 'guides[1].steps[0].go'],
  ['an advance on nothing', await wrong('guides.1.steps.0.advance', {}), 'schema', 'guides[1].steps[0].advance.on'],
  [
    'an advance on scrolling',
    await wrong('guides.1.steps.0.advance', { on: 'scroll' }),
    'schema',
    'guides[1].steps[0].advance.on',
  ],
  ['an advance to nowhere', await wrong('guides.1.steps.0.advance', { on: 'place' }), 'schema', 'guides[1].steps[0].advance.to'],
  ['a role without letters', await wrong('guides.0.anchor.role', ''), 'schema', 'guides[0].anchor.role'],
];

test.each([...forged, ...malformed])('%s is refused with its reason', async (_name, jws, code, path) => {
  const judged = await verifyPack(jws as string, keys);
  expect(judged).toMatchObject({ ok: false, code });
  if (judged.ok) return;
  expect(judged.why.map((fault) => fault.path)).toContain(path);
  for (const { reason, remedy } of judged.why) {
    expect(reason).toMatch(/\S/);
    expect(remedy).toMatch(/^[A-Z].*[.?…]$/s);
    expect(`${reason}${remedy}`).not.toMatch(/undefined|\[object|Invalid input/);
  }
});

test('the table of forged and malformed packs has at least the promised size', () => {
  expect(forged.length + malformed.length).toBeGreaterThanOrEqual(40);
});

test('a verified pack is what was signed, with defaults filled in', async () => {
  const judged = await verifyPack(good, keys);
  expect(judged).toMatchObject({ ok: true, kid: 'ours', pack: aPack });
  expect(judged.ok && judged.pack.guides[1]).toMatchObject({ priority: 50, steps: [{}, { advance: { on: 'next' } }] });
});

test.each([
  ['a lower version', { version: 8, digest: 'x' }, 'lower-version'],
  ['the same version with other content', { version: 7, digest: 'x' }, 'same-version-changed'],
] as const)('%s is no step forward', async (_name, held, code) => {
  expect(await verifyPack(good, keys, held)).toMatchObject({ ok: false, code, why: [{ path: 'version' }] });
});

test('the stored version again and a higher version are accepted', async () => {
  const once = await verifyPack(good, keys);
  if (!once.ok) throw new Error('refused');
  expect(await verifyPack(good, keys, { version: 7, digest: once.digest })).toMatchObject({ ok: true });
  expect(await verifyPack(good, keys, { version: 6, digest: 'x' })).toMatchObject({ ok: true });
});

test.each([
  ['no key at all', [], 'unknown-key'],
  ['a key that is no point of the curve', [{ kid: 'ours', x: '_'.repeat(43) }], 'bad-signature'],
  ['a key that is too short', [{ kid: 'ours', x: 'AA' }], 'bad-key'],
  ['a key that is no base64', [{ kid: 'ours', x: '%'.repeat(43) }], 'bad-key'],
])('with %s in the policy no pack is accepted', async (_name, pinned, code) => {
  expect(
    await verifyPack(
      good,
      pinned.map((key) => ({ ...key, apps: ['*'] })),
    ),
  ).toMatchObject({ ok: false, code });
});

test.each([
  ['another app', ['billing'], 'is "orders", and the key "ours" may sign only for "billing"'],
  ['several other apps', ['billing', 'order'], 'may sign only for "billing", "order"'],
  ['no app', [], 'may sign only for'],
])('a pack is refused if its key is bound to %s', async (_name, apps, reason) => {
  expect(await verifyPack(good, [{ ...ours.pinned, apps }])).toMatchObject({
    ok: false,
    code: 'foreign-app',
    why: [
      { path: 'app', reason: expect.stringContaining(reason), remedy: expect.stringContaining('add "orders" to its "apps"') },
    ],
  });
});

test.each([[['billing', 'orders']], [['*']]])('a pack is accepted if its key is bound to %j', async (apps) => {
  expect(await verifyPack(good, [{ ...ours.pinned, apps }])).toMatchObject({ ok: true, signer: ours.pinned.x });
});

test('a pack with the same fault in a thousand texts reports it once', async () => {
  const guides = Array.from({ length: 400 }, () => ({ kind: 'tip' }));
  const judged = await verifyPack(await asPack({ ...aPack, guides }), keys);
  expect(judged.ok || judged.why.length).toBe(101);
});

test('a signed pack with any byte changed is refused', async () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \n';
  const change = fc.record({ at: fc.nat(good.length - 1), to: fc.constantFrom(...alphabet) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const letters = [...good];
      for (const { at, to } of changes) letters[at] = to;
      const text = letters.join('');
      // The last letter of a part of 64 bytes carries four bits that decoders drop: other text, same signature.
      fc.pre(decoded(text) !== decoded(good));
      expect((await verifyPack(text, keys)).ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});

const decoded = (jws: string) => {
  const [first, second, third = ''] = jws.split('.');
  return `${first}.${second}.${Buffer.from(third, 'base64url').toString('hex')}${/[^\w.-]/.test(jws) ? '!' : ''}`;
};

test('any other text is refused, and never throws', async () => {
  const parts = fc.tuple(fc.string(), fc.string(), fc.string()).map((some) => some.map((one) => base64url(one)).join('.'));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), parts, fc.anything()), async (jws) => {
      expect((await verifyPack(jws as string, keys)).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('valid content under any other header is refused', async () => {
  const header = fc.dictionary(fc.constantFrom('alg', 'typ', 'kid', 'crit', 'b64', 'jwk', 'x5c'), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(header, async (made) => {
      expect((await verifyPack(headed({ alg: 'EdDSA', ...packHeader('ours'), ...made, extra: 1 }), keys)).ok).toBe(false);
    }),
    { numRuns: 200 },
  );
});

/** Every path of a document, as `guides.0.title`. */
const pathsOf = (value: unknown, before = ''): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) => [`${before}${key}`, ...pathsOf(one, `${before}${key}.`)]);

test('with any field removed or replaced the result is a valid pack or a refusal with reasons', async () => {
  const change = fc.record({ path: fc.constantFrom(...pathsOf(aPack)), value: fc.option(fc.jsonValue(), { nil: undefined }) });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ path, value }) => {
      const judged = await verifyPack(await wrong(path, value), keys);
      if (judged.ok) return;
      refused += 1;
      // An app of another name is a valid pack, and none that this key may sign.
      const isOtherApp = path === 'app' && slug.safeParse(value).success;
      expect(judged.code).toBe(isOtherApp ? 'foreign-app' : 'schema');
      expect(judged.why.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(200);
});
