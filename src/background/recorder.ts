import { discloseRole } from '../disclosure/disclose-role.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isUserSubmitted } from '../ledger/row.ts';
import type { RecordResult } from '../messaging/result.ts';
import type { Entry } from '../model/entry/entry.ts';
import { isoNow, systemClock } from '../runtime/clock.ts';
import type { AppRoutes } from './app-routes.ts';
import type { PauseControl } from './pause-control.ts';
import { isOnTrial } from './studio/trial-pack.ts';

type DraftOf<E> = E extends Entry ? Omit<E, 'id' | 'at'> : never;
/** An entry before it has its id and time. */
export type EntryDraft = DraftOf<Entry>;
export type RecordEntry = (draft: EntryDraft) => Promise<RecordResult>;

/** Is told of an entry once it is in the ledger. Recording waits for it; its errors are reported and concern nobody else. */
export type RecordSubscriber = (entry: Entry) => void | Promise<void>;

interface RecorderDeps {
  /** Every route in an entry goes through it, whoever made the entry. */
  routes: Pick<AppRoutes, 'disclose'>;
  ledger: Pick<Ledger, 'append'>;
  pause: Pick<PauseControl, 'current'>;
  /** Is told of the error of a subscriber. */
  report: (error: unknown) => void;
}

export interface Recorder {
  record: RecordEntry;
  /** Names everyone who is told of entries, in the order in which they are told. */
  onRecorded(subscribers: readonly RecordSubscriber[]): void;
}

const FAILURE_TEXT: { [why: string]: string } = {
  full: 'This disk is full, so nothing could be recorded. Make room and try again.',
  broken: 'This browser could not record it. Restart the browser and try again.',
  malformed: 'Cairn refused its own record; please tell your Cairn admin.',
};

/** Nothing about a draft that is tried is recorded; whoever submits something about it is told so. */
const unrecorded = (draft: EntryDraft): RecordResult =>
  isUserSubmitted({ entry: draft as Entry })
    ? { ok: false, why: 'This is a draft that is tried in this browser: nothing about it is recorded or sent.' }
    : { ok: true, id: crypto.randomUUID() };

/** Every entry is in the ledger before anything is sent. While recording is paused, only what the person submits is taken. */
export function createRecorder({ ledger, pause, routes, report }: RecorderDeps): Recorder {
  let subscribers: readonly RecordSubscriber[] = [];

  async function publish(entry: Entry): Promise<void> {
    for (const subscriber of subscribers) {
      try {
        await subscriber(entry);
      } catch (error) {
        report(error);
      }
    }
  }

  return {
    async record(draft) {
      if ('about' in draft && isOnTrial(draft.about)) return unrecorded(draft);
      if (!isUserSubmitted({ entry: draft as Entry }) && (await pause.current()))
        return { ok: false, why: 'The person has paused recording.' };
      const entry = {
        ...draft,
        ...{ id: crypto.randomUUID(), at: isoNow(systemClock) },
        route: await routes.disclose(draft.app, draft.route),
        ...('control' in draft && draft.control && { control: { ...draft.control, role: discloseRole(draft.control.role) } }),
      } as Entry;
      const appended = await ledger.append({ entry });
      if (!appended.ok) return { ok: false, why: FAILURE_TEXT[appended.why] ?? appended.detail };
      await publish(entry);
      return { ok: true, id: entry.id };
    },
    onRecorded(all) {
      subscribers = all;
    },
  };
}
