import type { Ledger } from '../../src/ledger/ledger.ts';
import { isSaid } from '../../src/ledger/row.ts';
import type { Kept } from '../../src/messaging/messages.ts';
import type { Entry } from '../../src/model/entry.ts';
import { isoNow, systemClock } from '../../src/runtime/clock.ts';
import type { Upload } from '../../src/upload/upload.ts';
import type { Pausing } from './pause.ts';

type Draft<E> = E extends Entry ? Omit<E, 'id' | 'at'> : never;
export type Record = (draft: Draft<Entry>) => Promise<Kept>;

export interface RecordMeans {
  ledger: Pick<Ledger, 'append'>;
  upload: Pick<Upload, 'kept'>;
  pause: Pick<Pausing, 'current'>;
  /** There is a new entry to be read. */
  noted(): Promise<void>;
}

const failed: { [why: string]: string } = {
  full: 'This disk is full, so nothing could be kept. Make room and try again.',
  broken: 'This browser could not keep it. Restart the browser and try again.',
  malformed: 'Cairn refused its own record; please tell your Cairn admin.',
};

/** Every entry is in the ledger before anything is sent. While recording is paused, only what the person says is taken. */
export function createRecord({ ledger, upload, pause, noted }: RecordMeans): Record {
  return async (draft) => {
    const entry = { ...draft, id: crypto.randomUUID(), at: isoNow(systemClock) } as Entry;
    if (!isSaid({ entry }) && (await pause.current())) return { ok: false, why: 'The person has paused recording.' };
    const appended = await ledger.append({ entry });
    if (!appended.ok) return { ok: false, why: failed[appended.why] ?? appended.said };
    void upload.kept(entry);
    void noted().catch(() => undefined);
    return { ok: true, id: entry.id };
  };
}
