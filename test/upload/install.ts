import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Entry } from '../../src/model/entry/entry.ts';
import { ALARM_NAME, type Alarms } from '../../src/upload/save-and-schedule.ts';
import { createUpload, type Upload, type UploadDeps } from '../../src/upload/upload.ts';
import { type FreshLedger, freshLedger } from '../ledger/fresh-ledger.ts';
import { handClock } from '../runtime/hand-clock.ts';
import { noProposals } from './no-proposals.ts';

export interface Install extends FreshLedger {
  upload: Upload;
  alarms: Alarms & { due: number | undefined };
  /** Writes to the ledger and notifies the upload, as the background does. */
  record(entry: Entry): Promise<void>;
  /** Stops the worker, and starts it again with what is on the disk. */
  restart(): void;
  /** Advances the clock to the next alarm and fires it. */
  nextAlarm(): Promise<void>;
  /** Fires alarms, at most `most`, until no entry waits and every erasure has its receipt. */
  untilSent(most?: number): Promise<void>;
}

/** An install of the extension without a browser: a ledger, an upload, and a clock and alarms that tests advance. */
export function install(over: Partial<UploadDeps> & Pick<UploadDeps, 'policyHub'>): Install {
  const fresh = freshLedger(handClock());
  const { clock, kv } = fresh;
  const alarms: Install['alarms'] = {
    due: undefined,
    create: (_, { when }) => {
      alarms.due = when;
    },
    clear: () => {
      alarms.due = undefined;
    },
  };
  const start = (ledger = fresh.ledger) =>
    createUpload({ ledger, fetch, kv, alarms, clock, random: () => 0.5, proposals: noProposals, ...over });

  const self: Install = {
    ...fresh,
    upload: start(),
    alarms,
    async record(entry) {
      await self.ledger.append({ entry });
      await self.upload.onRecorded(entry);
    },
    restart() {
      self.ledger = fresh.reopened();
      self.upload = start(self.ledger);
    },
    async nextAlarm() {
      if (alarms.due === undefined) throw new Error('Nothing would ever wake the worker');
      clock.advance(Math.max(0, alarms.due - clock.now()));
      alarms.due = undefined;
      await self.upload.onAlarm(ALARM_NAME);
    },
    async untilSent(most = 50) {
      for (let left = most; await isLeft(self.ledger); left--) {
        if (left === 0) throw new Error(`Entries or erasures still wait after ${most} alarms`);
        await self.nextAlarm();
      }
    },
  };
  return self;
}

async function isLeft(ledger: Ledger): Promise<boolean> {
  return (await ledger.counts()).waiting > 0 || (await ledger.erasures()).some(({ receipt }) => !receipt);
}
