import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { Entry } from '../../src/model/entry/entry.ts';
import { systemClock } from '../../src/runtime/clock.ts';

const common = { at: '2026-11-02T08:00:00.000Z', app: 'orders' };

/** What a test asks of a ledger in a browser's own database. */
export const ledger: Ledger = createLedger({
  name: 'ledger',
  indexedDB,
  clock: systemClock,
  // Like an extension's `storage.local`, it does not count towards the origin's quota in Chromium.
  kv: {
    get: async (key) => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined,
    set: async (key, value) => localStorage.setItem(key, JSON.stringify(value)),
  },
});

/** A guide entry as heavy as the schema allows, so that a disk fills in no time. */
export const guide = (): Entry => ({
  kind: 'guide',
  id: crypto.randomUUID(),
  ...common,
  route: noise(300),
  about: { pack: 'orders', version: 1, guide: 'first-order' },
  what: 'shown',
});

export const feedback = (): Entry => ({
  kind: 'feedback',
  id: crypto.randomUUID(),
  ...common,
  route: noise(300),
  choice: 'slowed',
});

export const words = (of: string): Entry => ({
  kind: 'words',
  id: crypto.randomUUID(),
  ...common,
  route: '/',
  of,
  words: noise(4000),
});

/** Text that does not compress. */
const noise = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint16Array(length)), (n) => String.fromCharCode(33 + (n % 90))).join('');
