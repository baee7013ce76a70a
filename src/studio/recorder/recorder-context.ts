import type { ActLog } from './act-log.ts';
import type { Description } from './describe-subject.ts';
import type { Subject } from './subject.ts';
import type { ChangeWatcher } from './watch-changes.ts';

/** What the parts of the recorder share. */
export interface RecorderContext {
  log: ActLog;
  changes: ChangeWatcher;
  lifetime: AbortSignal;
  /** Epoch milliseconds. */
  now(): number;
  describe(element: Element): Description | undefined;
}

/** A subject as it was when the pointer or the key went down on it. */
export interface ActPress {
  subject: Subject;
  description: Description | undefined;
  at: number;
  /** The act that was reported of it, if any. */
  id?: string | undefined;
  /** It was in a popup that the press before had opened. */
  isInPopup?: boolean;
  /** Looks whether the page has set the value of the slider that was pressed. */
  settleValue?: () => void;
}
