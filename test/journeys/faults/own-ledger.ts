import './no-eval.ts';
import { keyValueOf } from '../../../src/background/storage/key-value-of.ts';
import { openStorage, type StorageAreas } from '../../../src/background/storage/open-storage.ts';
import { createLedger, type Ledger } from '../../../src/ledger/ledger.ts';
import type { Entry } from '../../../src/model/entry/entry.ts';
import { systemClock } from '../../../src/runtime/clock.ts';

const { items } = openStorage(chrome.storage as unknown as StorageAreas, (key, error) => console.error(key, error));

/** The ledger's own code on the very store that the background uses: for a page of the extension, where a journey brings it. */
export const ledger: Ledger = createLedger({
  name: 'cairn-ledger',
  indexedDB,
  clock: systemClock,
  kv: keyValueOf({ fallback: items.ledgerFallback, notices: items.ledgerNotices }),
});

/** As if so many had been recorded: of four, one guide, one click, its words, and one more guide. Gives the ids that were kept. */
export async function queue(count: number): Promise<string[]> {
  const kept: string[] = [];
  let said = '';
  for (let n = 0; n < count; n++) {
    const entry = n % 4 === 1 ? feedback() : n % 4 === 2 ? words(said) : guide('/');
    if (entry.kind === 'feedback') said = entry.id;
    const appended = await ledger.append({ entry });
    if (appended.ok) kept.push(entry.id);
  }
  return kept;
}

/** Puts heavy entries that nobody said into the ledger until it is full; says how many it took. */
export async function fill(most: number): Promise<number> {
  for (let n = 0; n < most; n++) {
    const appended = await ledger.append({ entry: guide(noise()) });
    if (!appended.ok) return n;
  }
  return most;
}

const common = () => ({ id: crypto.randomUUID(), at: new Date().toISOString(), app: 'shop' });
const feedback = (): Entry => ({ kind: 'feedback', ...common(), route: '/', choice: 'slowed' });
const words = (of: string): Entry => ({ kind: 'words', ...common(), route: '/', of, words: 'The save button hides' });
const guide = (route: string): Entry => ({
  kind: 'guide',
  ...common(),
  route,
  about: { pack: 'shop-basics', version: 1, guide: 'approve' },
  what: 'shown',
});

/** Text that does not compress. */
const noise = () => Array.from(crypto.getRandomValues(new Uint16Array(300)), (n) => String.fromCharCode(33 + (n % 90))).join('');
