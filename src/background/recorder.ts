import type { Ledger } from '../ledger/ledger.ts';
import { isUserSubmitted } from '../ledger/row.ts';
import type { RecordResult } from '../messaging/result.ts';
import type { Entry } from '../model/entry/entry.ts';
import { isoNow, systemClock } from '../runtime/clock.ts';
import type { Upload } from '../upload/upload.ts';
import type { PauseControl } from './pause-control.ts';

type EntryDraft<E> = E extends Entry ? Omit<E, 'id' | 'at'> : never;
export type RecordEntry = (draft: EntryDraft<Entry>) => Promise<RecordResult>;

export interface RecorderDeps {
  ledger: Pick<Ledger, 'append'>;
  upload: Pick<Upload, 'onRecorded'>;
  pause: Pick<PauseControl, 'current'>;
  /** There is a new entry to be read. */
  onNewEntry(): Promise<void>;
}

const FAILURE_TEXT: { [why: string]: string } = {
  full: 'This disk is full, so nothing could be kept. Make room and try again.',
  broken: 'This browser could not keep it. Restart the browser and try again.',
  malformed: 'Cairn refused its own record; please tell your Cairn admin.',
};

/** Every entry is in the ledger before anything is sent. While recording is paused, only what the person says is taken. */
export function createRecorder({ ledger, upload, pause, onNewEntry }: RecorderDeps): RecordEntry {
  return async (draft) => {
    const entry = { ...draft, id: crypto.randomUUID(), at: isoNow(systemClock) } as Entry;
    if (!isUserSubmitted({ entry }) && (await pause.current())) return { ok: false, why: 'The person has paused recording.' };
    const appended = await ledger.append({ entry });
    if (!appended.ok) return { ok: false, why: FAILURE_TEXT[appended.why] ?? appended.detail };
    void upload.onRecorded(entry);
    void onNewEntry().catch(() => undefined);
    return { ok: true, id: entry.id };
  };
}
