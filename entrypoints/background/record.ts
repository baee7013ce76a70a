import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Kept } from '../../src/messaging/messages.ts';
import type { Entry } from '../../src/model/entry.ts';
import { isoNow, systemClock } from '../../src/runtime/clock.ts';
import type { Upload } from '../../src/upload/upload.ts';

type Draft<E> = E extends Entry ? Omit<E, 'id' | 'at'> : never;
export type Record = (draft: Draft<Entry>) => Promise<Kept>;

const failed: { [why: string]: string } = {
  full: 'This disk is full, so nothing could be kept. Make room and try again.',
  broken: 'This browser could not keep it. Restart the browser and try again.',
  malformed: 'Cairn refused its own record; please tell your Cairn admin.',
};

/** Every entry is in the ledger before anything is sent. */
export function createRecord(ledger: Ledger, upload: Upload): Record {
  return async (draft) => {
    const entry = { ...draft, id: crypto.randomUUID(), at: isoNow(systemClock) } as Entry;
    const appended = await ledger.append({ entry });
    if (!appended.ok) return { ok: false, why: failed[appended.why] ?? appended.said };
    void upload.kept(entry);
    return { ok: true, id: entry.id };
  };
}
