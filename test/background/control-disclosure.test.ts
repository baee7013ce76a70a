import { expect, test } from 'vitest';
import { createControlDisclosure } from '../../src/background/control-disclosure.ts';
import type { ShareName } from '../../src/background/name-sharing.ts';

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
