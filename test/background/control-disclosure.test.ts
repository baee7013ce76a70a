import { expect, test } from 'vitest';
import { createControlDisclosure } from '../../src/background/control-disclosure.ts';
import type { ShareName } from '../../src/background/name-sharing.ts';
import type { Pack } from '../../src/model/pack/pack.ts';

const fingerprint = 'AAAAAAAAAAAAAAAAAAAAAA';

/** A disclosure that gives every name it is asked about a fingerprint. */
function disclosure() {
  const asked: string[] = [];
  const shareName: ShareName = async (_app, { name = '' }, withheld) => {
    asked.push(name);
    return { ...withheld, fingerprint };
  };
  return { asked, ...createControlDisclosure({ shelf: { packs: async () => [] }, shareName }) };
}

test('a name that nothing knows may be counted by its fingerprint', async () => {
  const { asked, disclose } = disclosure();
  expect(await disclose('orders', { role: 'button', name: 'Frobnicate' })).toEqual({ role: 'button', masked: true, fingerprint });
  expect(asked).toEqual(['Frobnicate']);
});

test.each(['Jane Frobnicate', 'Frobnicate JANE', 'Müller', 'Page Frobnicate'])(
  '"%s" has a word that is also the name of a person, and gets no fingerprint',
  async (name) => {
    const { asked, disclose } = disclosure();
    expect(await disclose('orders', { role: 'button', name })).toEqual({ role: 'button', masked: true });
    expect(asked).toEqual([]);
  },
);

test('a name that the person chose to include goes without a fingerprint, which would tell the names in records of others', async () => {
  const { asked, disclose } = disclosure();
  const control = await disclose('orders', { role: 'button', name: 'Frobnicate' }, { includeName: true });
  expect(control).toEqual({ role: 'button', name: 'Frobnicate', nameIncluded: true });
  expect(asked).toEqual([]);
});

test('a name that is known, missing or data gets no fingerprint', async () => {
  const { asked, disclose } = disclosure();
  expect(await disclose('orders', { role: 'button', name: 'Save' })).toEqual({ role: 'button', name: 'Save' });
  expect(await disclose('orders', { role: 'button' })).toEqual({ role: 'button' });
  expect(await disclose('orders', { role: 'button', name: 'Frobnicate', masked: true })).toEqual({
    role: 'button',
    masked: true,
  });
  expect(asked).toEqual([]);
});

test('words of a pack count in its app alone, from when the pack is there', async () => {
  const packOf = (app: string) => ({ app, words: ['Klemmbrett'], guides: [] }) as unknown as Pack;
  const packs = [packOf('orders')];
  const { disclose } = createControlDisclosure({
    shelf: { packs: async () => packs },
    shareName: async (_app, _observed, withheld) => withheld,
  });
  const observed = { role: 'button', name: 'Klemmbrett' };
  expect(await disclose('orders', observed)).toEqual(observed);
  expect(await disclose('stock', observed)).toMatchObject({ masked: true });
  packs.push(packOf('stock'));
  expect(await disclose('stock', observed)).toEqual(observed);
});
