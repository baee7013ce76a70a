import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy/policy.ts';
import type { FetchPackResult } from '../../src/packs/fetch-pack.ts';
import { createPackShelf } from '../../src/packs/pack-shelf.ts';
import { signPack } from '../../src/packs/sign-pack.ts';
import { memoryStorage } from '../background/storage/memory-storage.ts';
import { aPack, type KeyPair, makeKey } from './a-pack.ts';

const it = await makeKey('it', ['payroll']);
const itNext = await makeKey('it-next', ['payroll']);
const agency = await makeKey('agency', ['shop']);
const both = await makeKey('both', ['payroll', 'shop']);

type Source = Policy['packs'][number];
const itUrl: Source = { url: 'https://it.example/payroll.jws' };
const agencyUrl: Source = { url: 'https://agency.example/shop.jws' };
const newUrl: Source = { url: 'https://new.example/payroll.jws' };
const assigned = (source: Source): Source => ({ ...source, app: 'payroll', id: 'basics' });

const apps = ['payroll', 'shop'].map((id) => ({ id, name: id, origins: [`https://${id}.example`] }));
const policyOf = (keys: KeyPair[], packs: Source[]) => ({ apps, keys: keys.map(({ pinned }) => pinned), packs });

const signedByText = new Map<string, string>();
/** A pack as text: `it payroll/basics 7`. Each is signed once. */
async function signed(key: KeyPair, name: string, version: number): Promise<string> {
  const [app, id] = name.split('/');
  const made = `${key.signing.kid} ${name} ${version}`;
  const guides = aPack.guides.map((guide) => ({ ...guide, title: made }));
  const jws = signedByText.get(made) ?? (await signPack({ ...aPack, app, id, version, title: made, guides }, key.signing));
  if (typeof jws !== 'string' && !jws.ok) throw new Error(JSON.stringify(jws.why));
  const text = typeof jws === 'string' ? jws : jws.jws;
  signedByText.set(made, text);
  return text;
}

function aDevice() {
  const pages = new Map<string, string>();
  let inForce: Pick<Policy, 'apps' | 'keys' | 'packs'> = policyOf([], []);
  const offline = { path: '', reason: 'could not be reached', remedy: 'Wait.' };
  const { items } = memoryStorage().reopened();
  const shelf = createPackShelf({
    store: { index: items.packIndex, jws: items.pack },
    policy: async () => inForce,
    device: async () => ({ department: undefined, bucketOf: () => 0 }),
    now: Date.now,
    fetchPack: async ({ url, etag }): Promise<FetchPackResult> => {
      const jws = pages.get(url);
      if (jws === undefined) return { ok: false, code: 'offline', why: offline };
      const tag = `"${jws.slice(-12)}"`;
      return etag === tag ? { ok: true, changed: false } : { ok: true, changed: true, jws, etag: tag };
    },
  });
  return {
    /** Sets what the policy is and what its addresses serve, refreshes, and answers what is in force and the paths of faults by source. */
    async refresh(policy: typeof inForce, served: [Source, KeyPair, string, number][]) {
      inForce = policy;
      pages.clear();
      for (const [{ url }, key, name, version] of served) pages.set(url!, await signed(key, name, version));
      await shelf.refresh();
      const packs = (await shelf.packs()).map(({ title }) => title).sort();
      return { packs, faults: (await shelf.states()).map(({ faults }) => faults.map(({ path }) => path).join()) };
    },
    shelf,
  };
}

type Round = [
  policy: ReturnType<typeof policyOf>,
  served: [Source, KeyPair, string, number][],
  packs: string[],
  faults: string[],
];
const HUGE = 1_000_000_000;
const separate = policyOf([it, agency], [itUrl, agencyUrl]);
const shared = policyOf([it, both], [itUrl, agencyUrl]);
const sharedAgencyFirst = policyOf([it, both], [agencyUrl, itUrl]);
const rotating = policyOf([it, itNext], [itUrl]);
const started: Round = [
  separate,
  [
    [itUrl, it, 'payroll/basics', 7],
    [agencyUrl, agency, 'shop/basics', 1],
  ],
  ['agency shop/basics 1', 'it payroll/basics 7'],
  ['', ''],
];

const sequences: Record<string, Round[]> = {
  'an author of another app neither replaces a pack nor blocks its next version': [
    started,
    [
      separate,
      [
        [itUrl, it, 'payroll/basics', 7],
        [agencyUrl, agency, 'payroll/basics', HUGE],
      ],
      ['agency shop/basics 1', 'it payroll/basics 7'],
      ['', 'app'],
    ],
    [
      separate,
      [
        [itUrl, it, 'payroll/basics', 8],
        [agencyUrl, agency, 'shop/basics', 2],
      ],
      ['agency shop/basics 2', 'it payroll/basics 8'],
      ['', ''],
    ],
  ],
  'an author of the same app does not take over a pack that somebody else provides': [
    [shared, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['', '']],
    [
      shared,
      [
        [itUrl, it, 'payroll/basics', 7],
        [agencyUrl, both, 'payroll/basics', HUGE],
      ],
      ['it payroll/basics 7'],
      ['', 'id'],
    ],
    [
      shared,
      [
        [itUrl, it, 'payroll/basics', 8],
        [agencyUrl, both, 'payroll/basics', HUGE],
      ],
      ['it payroll/basics 8'],
      ['', 'id'],
    ],
  ],
  'an earlier place in the policy does not take over a pack of another key': [
    [sharedAgencyFirst, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['', '']],
    [
      sharedAgencyFirst,
      [
        [itUrl, it, 'payroll/basics', 7],
        [agencyUrl, both, 'payroll/basics', HUGE],
      ],
      ['it payroll/basics 7'],
      ['id', ''],
    ],
  ],
  'of two authors that offer a pack at the same time, the first in the policy provides it': [
    [
      sharedAgencyFirst,
      [
        [itUrl, it, 'payroll/basics', 8],
        [agencyUrl, both, 'payroll/basics', 1],
      ],
      ['both payroll/basics 1'],
      ['', 'id'],
    ],
  ],
  'a pack moves to the source that the policy names for it, whatever its version': [
    [shared, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['', '']],
    [
      policyOf([it, both], [itUrl, assigned(agencyUrl)]),
      [
        [itUrl, it, 'payroll/basics', 8],
        [agencyUrl, both, 'payroll/basics', 1],
      ],
      ['both payroll/basics 1'],
      ['id', ''],
    ],
  ],
  'a pack that the policy names for one source comes from no other, also while that source is silent': [
    [policyOf([it, both], [assigned(itUrl), agencyUrl]), [[agencyUrl, both, 'payroll/basics', 1]], [], ['', 'id']],
    [policyOf([it, both], [agencyUrl, assigned(itUrl)]), [[agencyUrl, both, 'payroll/basics', 2]], [], ['id', '']],
  ],
  'a source that is for one pack gives no other': [
    [policyOf([both], [{ ...itUrl, app: 'payroll' }]), [[itUrl, both, 'shop/basics', 1]], [], ['app']],
    [policyOf([both], [assigned(itUrl)]), [[itUrl, both, 'payroll/extras', 1]], [], ['id']],
    [policyOf([both], [assigned(itUrl)]), [[itUrl, both, 'payroll/basics', 1]], ['both payroll/basics 1'], ['']],
  ],
  'a pack changes its key to another of the policy that is bound to its app, and the old key gives nothing old back': [
    [rotating, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['']],
    [rotating, [[itUrl, itNext, 'payroll/basics', 8]], ['it-next payroll/basics 8'], ['']],
    [rotating, [[itUrl, it, 'payroll/basics', 7]], ['it-next payroll/basics 8'], ['version']],
    [rotating, [[itUrl, it, 'payroll/basics', 6]], ['it-next payroll/basics 8'], ['version']],
    [policyOf([itNext], [itUrl]), [[itUrl, itNext, 'payroll/basics', 9]], ['it-next payroll/basics 9'], ['']],
  ],
  'a key of the same source does not block the other key by a high version': [
    [rotating, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['']],
    [rotating, [[itUrl, itNext, 'payroll/basics', HUGE]], [`it-next payroll/basics ${HUGE}`], ['']],
    [rotating, [[itUrl, it, 'payroll/basics', 8]], ['it payroll/basics 8'], ['']],
    [rotating, [[itUrl, itNext, 'payroll/basics', HUGE]], ['it payroll/basics 8'], ['version']],
  ],
  'a key that is not bound to the app cannot take its place at the same address': [
    [policyOf([it, agency], [itUrl]), [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['']],
    [policyOf([it, agency], [itUrl]), [[itUrl, agency, 'payroll/basics', 8]], ['it payroll/basics 7'], ['app']],
    [policyOf([it, agency], [itUrl]), [[itUrl, it, 'payroll/basics', 8]], ['it payroll/basics 8'], ['']],
  ],
  'a pack goes out of force when its key is no longer bound to its app': [
    [policyOf([both], [itUrl]), [[itUrl, both, 'payroll/basics', 7]], ['both payroll/basics 7'], ['']],
    [policyOf([{ ...both, pinned: { ...both.pinned, apps: ['shop'] } }], [itUrl]), [], [], ['']],
  ],
  'a pack moves with its address when the policy changes it': [
    [policyOf([it], [itUrl]), [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['']],
    [policyOf([it], [newUrl]), [[newUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['']],
    [policyOf([it], [newUrl]), [[newUrl, it, 'payroll/basics', 8]], ['it payroll/basics 8'], ['']],
  ],
  'a pack moves to an earlier address with the same key, and not to an older version there': [
    [policyOf([it], [newUrl, itUrl]), [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['', '']],
    [
      policyOf([it], [newUrl, itUrl]),
      [
        [newUrl, it, 'payroll/basics', 6],
        [itUrl, it, 'payroll/basics', 7],
      ],
      ['it payroll/basics 7'],
      ['id', ''],
    ],
    [
      policyOf([it], [newUrl, itUrl]),
      [
        [newUrl, it, 'payroll/basics', 8],
        [itUrl, it, 'payroll/basics', 7],
      ],
      ['it payroll/basics 8'],
      ['', ''],
    ],
    [policyOf([it], [newUrl, itUrl]), [[newUrl, it, 'payroll/basics', 8]], ['it payroll/basics 8'], ['', '']],
  ],
  'a pack is free for another author once its source leaves the policy': [
    [shared, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['', '']],
    [policyOf([it, both], [agencyUrl]), [[agencyUrl, both, 'payroll/basics', 1]], ['both payroll/basics 1'], ['']],
  ],
  'a pack is free for another author once its key leaves the policy': [
    [shared, [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['', '']],
    [
      policyOf([both], [itUrl, agencyUrl]),
      [
        [itUrl, it, 'payroll/basics', 8],
        [agencyUrl, both, 'payroll/basics', 1],
      ],
      ['both payroll/basics 1'],
      ['header.kid', ''],
    ],
  ],
  'a source that serves another pack in between does not thereby bring back an older version': [
    [policyOf([it], [itUrl]), [[itUrl, it, 'payroll/basics', 7]], ['it payroll/basics 7'], ['']],
    [policyOf([it], [itUrl]), [[itUrl, it, 'payroll/extras', 1]], ['it payroll/extras 1'], ['']],
    [policyOf([it], [itUrl]), [[itUrl, it, 'payroll/basics', 6]], ['it payroll/extras 1'], ['version']],
  ],
};

describe.each(Object.entries(sequences))('%s', (_name, rounds) => {
  test('refresh by refresh', async () => {
    const device = aDevice();
    const seen = [];
    for (const [policy, served] of rounds) seen.push(await device.refresh(policy, served));
    expect(seen.map(({ packs }) => packs)).toEqual(rounds.map(([, , packs]) => packs));
    expect(seen.map(({ faults }) => faults)).toEqual(rounds.map(([, , , faults]) => faults));
  });
});

test('packs in the policy itself may change places, and an address does not take one of them over', async () => {
  const device = aDevice();
  const [basics, extras] = [{ jws: await signed(it, 'payroll/basics', 7) }, { jws: await signed(it, 'payroll/extras', 1) }];
  const keys = [it, both];
  const inForce = ['it payroll/basics 7', 'it payroll/extras 1'];
  expect(await device.refresh(policyOf(keys, [basics, extras]), [])).toEqual({ packs: inForce, faults: ['', ''] });
  expect(await device.refresh(policyOf(keys, [extras, basics]), [])).toEqual({ packs: inForce, faults: ['', ''] });
  const claimed = await device.refresh(policyOf(keys, [agencyUrl, basics, extras]), [[agencyUrl, both, 'payroll/basics', HUGE]]);
  expect(claimed).toEqual({ packs: inForce, faults: ['id', '', ''] });
  const twice = { jws: await signed(it, 'payroll/basics', 8) };
  expect(await device.refresh(policyOf(keys, [basics, twice]), [])).toEqual({ packs: inForce, faults: ['', 'id'] });
});

test('what one author offers never changes what another author, of another app, has in force', async () => {
  const name = fc.constantFrom('payroll/basics', 'payroll/extras', 'shop/basics');
  const version = fc.constantFrom(1, 2, 3, HUGE);
  const offer = fc.option(fc.tuple(name, version), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(offer, offer), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (rounds, isItFirst) => {
        const policy = policyOf([it, agency], isItFirst ? [itUrl, agencyUrl] : [agencyUrl, itUrl]);
        const [together, itAlone, agencyAlone] = [aDevice(), aDevice(), aDevice()];
        for (const [ofIt, ofAgency] of rounds) {
          const itServes: [Source, KeyPair, string, number][] = ofIt ? [[itUrl, it, ...ofIt]] : [];
          const agencyServes: [Source, KeyPair, string, number][] = ofAgency ? [[agencyUrl, agency, ...ofAgency]] : [];
          const { packs } = await together.refresh(policy, [...itServes, ...agencyServes]);
          const apart = [await itAlone.refresh(policy, itServes), await agencyAlone.refresh(policy, agencyServes)];
          expect(packs).toEqual(apart.flatMap((one) => one.packs).sort());
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
