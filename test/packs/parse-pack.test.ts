import { expect, test } from 'vitest';
import { parsePack } from '../../src/packs/parse-pack.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { verifyPack } from '../../src/packs/verify-pack.ts';
import { aPack, makeKey, packHeader, signAs, withField } from './a-pack.ts';

const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, nth) => [`f${nth}`, 1]));
const nested = (depth: number, wrap: (inner: unknown) => unknown = (inner) => [inner]) =>
  Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 1);
const tip = aPack.guides[0]!;

const misshapen: [name: string, document: unknown, path: string, reason: RegExp][] = [
  ['100,000 unknown fields', { ...aPack, ...fields(100_000) }, '', /has 100010 fields, and at most 200/],
  ['100,000 unknown fields in a guide', withField(aPack, 'guides.0.who', fields(100_000)), 'guides[0].who', /100000 fields/],
  ['a text in 100,000 languages', withField(aPack, 'title', fields(100_000)), 'title', /100000 fields/],
  ['lists 100,000 levels deep', { ...aPack, extra: nested(100_000) }, '', /more than 20 levels/],
  [
    'objects 100,000 levels deep',
    withField(
      aPack,
      'title',
      nested(100_000, (en) => ({ en })),
    ),
    '',
    /more than 20 levels/,
  ],
  ['a list of 400,000', { ...aPack, places: Array.from({ length: 400_000 }, () => '/a') }, 'places', /list of 400000/],
  [
    'lists of 400,000 in all',
    withField(aPack, 'guides.0.who', { team: Array.from({ length: 4 }, () => Array.from({ length: 100_000 }, () => 'a')) }),
    '',
    /more than 300000 values/,
  ],
];

test.each(misshapen)(
  '%s: the pack is refused with one fault, before the schema counts its faults',
  (_name, document, path, reason) => {
    const judged = parsePack(document);
    expect(judged).toEqual({
      ok: false,
      why: [{ path: expect.stringContaining(path), reason: expect.stringMatching(reason), remedy: expect.any(String) }],
    });
  },
);

test('a signed pack of such a shape is refused, and none is signed', async () => {
  const key = await makeKey('ours');
  const many = { ...aPack, ...fields(100_000) };
  const deep = `{"title": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await signPack(many, key.signing)).toMatchObject({ ok: false, why: [{}] });
  for (const content of [JSON.stringify(many), deep]) {
    const jws = await signAs(content, packHeader('ours'), key.signing);
    expect(await verifyPack(jws, [key.pinned])).toMatchObject({ ok: false, code: 'schema', why: [{ path: '' }] });
  }
});

test.each([
  ['many fields in many guides', Array.from({ length: 500 }, (_, nth) => ({ ...tip, id: `g${nth}`, ...fields(180) })), 90_500],
  ['the same id in all guides', Array.from({ length: 500 }, () => ({ ...tip, opens: undefined })), 499],
])('%s: a hundred faults are made, and the others are counted', (_name, guides, count) => {
  const begun = performance.now();
  const judged = parsePack({ ...aPack, guides });
  expect(performance.now() - begun).toBeLessThan(1500);
  expect(judged.ok ? [] : judged.why).toHaveLength(101);
  expect(judged.ok ? undefined : judged.why.at(-1)?.reason).toBe(`has ${count - 100} more faults`);
});

test('a pack at the limits of the format has a shape that is accepted', () => {
  const steps = Array.from({ length: 50 }, (_, nth) => ({
    id: `s${nth}`,
    title: 't',
    body: 'b',
    anchor: { role: 'button', name: 'n' },
  }));
  const guides = Array.from({ length: 500 }, (_, nth) => ({ kind: 'walkthrough', id: `g${nth}`, title: 't', steps }));
  expect(parsePack({ ...aPack, guides }).ok).toBe(true);
});
