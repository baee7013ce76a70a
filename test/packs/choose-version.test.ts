import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChoosingDevice, chooseVersion, type OfferedRelease, type VersionChoice } from '../../src/packs/choose-version.ts';

const now = Date.UTC(2026, 10, 30);
const past = '2026-11-29T23:59:59Z';
const future = '2026-11-30T00:00:01Z';
const take = (version: number): VersionChoice => ({ is: 'take', version });
const keep: VersionChoice = { is: 'keep' };
const none: VersionChoice = { is: 'none' };

type Offer = Partial<OfferedRelease> & { version: number };
const offer = (one: Offer): OfferedRelease => ({ share: 100, hasContent: true, ...one });
const device = (own: Partial<ChoosingDevice> = {}): ChoosingDevice => ({
  held: undefined,
  department: undefined,
  bucketOf: () => 50,
  now,
  ...own,
});
const choose = (offers: Offer[], own?: Partial<ChoosingDevice>) => chooseVersion(offers.map(offer), device(own));

const forAll = { version: 7 };
const stopped = { version: 8, share: 0, hasContent: false };
const forPurchasing = { version: 8, departments: ['Purchasing', 'Sales'] };

test.each<[string, VersionChoice, Offer[], Partial<ChoosingDevice>?]>([
  ['nothing offered to a device without the pack', none, []],
  ['nothing offered to a device with the pack', keep, [], { held: 7 }],
  ['one version for everybody', take(7), [forAll]],
  ['the version that is held already, which may be signed anew', take(7), [forAll], { held: 7 }],
  ['the higher of two', take(8), [{ version: 8 }, forAll]],
  ['the higher of two, whatever their order', take(8), [forAll, { version: 8 }]],
  ['a bucket below the share', take(8), [{ version: 8, share: 51 }, forAll]],
  ['a bucket at the share', take(7), [{ version: 8, share: 50 }, forAll]],
  ['the first bucket in a share of one per cent', take(8), [{ version: 8, share: 1 }, forAll], { bucketOf: () => 0 }],
  ['the last bucket in a share of 99', take(7), [{ version: 8, share: 99 }, forAll], { bucketOf: () => 99 }],
  ['the last bucket in a share of 100', take(8), [{ version: 8 }, forAll], { bucketOf: () => 99 }],
  ['a share of nothing', take(7), [{ version: 8, share: 0 }, forAll], { bucketOf: () => 0 }],
  ['the bucket of that version', take(8), [{ version: 8, share: 10 }, forAll], { bucketOf: (v) => (v === 8 ? 0 : 99) }],
  ['its department', take(8), [forPurchasing, forAll], { department: 'Sales' }],
  ['another department', take(7), [forPurchasing, forAll], { department: 'HR' }],
  ['a department written otherwise', take(7), [forPurchasing, forAll], { department: 'sales' }],
  ['no department', take(7), [forPurchasing, forAll]],
  ['a list without departments', take(7), [{ version: 8, departments: [] }, forAll], { department: 'Sales' }],
  ['its department, and not the share', take(7), [{ ...forPurchasing, share: 5 }, forAll], { department: 'Sales' }],
  ['a time that is over', take(7), [{ version: 8, until: past }, forAll]],
  ['a time that is not over', take(8), [{ version: 8, until: future }, forAll]],
  ['a time that ends now', take(7), [{ version: 8, until: new Date(now).toISOString() }, forAll]],
  ['a stopped roll-out that it does not have', take(7), [stopped, forAll]],
  ['a stopped roll-out that it has', keep, [stopped, forAll], { held: 8 }],
  ['a version after the stopped one', take(9), [{ version: 9 }, stopped], { held: 8 }],
  ['only lower versions', keep, [forAll], { held: 8 }],
  ['a roll-out that it has and no longer belongs to', take(8), [forPurchasing, forAll], { held: 8, department: 'HR' }],
  ['a version that it has whose time is over', take(8), [{ version: 8, until: past }, forAll], { held: 8 }],
  ['the next version after one whose time is over', take(9), [{ version: 9 }, { version: 8, until: past }], { held: 8 }],
])('%s', (_case, expected, offers, own) => {
  expect(choose(offers, own)).toEqual(expected);
});

const offers = fc.uniqueArray(
  fc.record({
    version: fc.integer({ min: 1, max: 9 }),
    share: fc.integer({ min: 0, max: 100 }),
    hasContent: fc.boolean(),
    until: fc.constantFrom<string | undefined>(undefined, past, future),
    departments: fc.constantFrom<string[] | undefined>(undefined, ['Sales'], ['HR', 'Sales']),
  }),
  { maxLength: 4, selector: ({ version }) => version },
);
const devices = fc.record({
  held: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  department: fc.constantFrom<string | undefined>(undefined, 'Sales', 'HR'),
  bucketOf: fc.integer({ min: 0, max: 99 }).map((bucket) => () => bucket),
  now: fc.constant(now),
});

test('no offer makes a device go back to a lower version, or take one without content', () => {
  fc.assert(
    fc.property(offers, devices, (offered, own) => {
      const choice = chooseVersion(offered, own);
      if (choice.is !== 'take') return choice.is === (own.held === undefined ? 'none' : 'keep');
      const taken = offered.find(({ version }) => version === choice.version);
      return taken?.hasContent === true && choice.version >= (own.held ?? 0);
    }),
  );
});

test('a wider share never takes away the version that a device would take', () => {
  fc.assert(
    fc.property(offers, devices, fc.integer({ min: 0, max: 100 }), (offered, own, wider) => {
      const before = chooseVersion(offered, own);
      if (before.is !== 'take') return true;
      const widened = offered.map((one) =>
        one.version === before.version ? { ...one, share: Math.max(one.share, wider) } : one,
      );
      const after = chooseVersion(widened, own);
      return after.is === 'take' && after.version === before.version;
    }),
  );
});
