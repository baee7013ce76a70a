import type { InboxChange } from '../../../model/hub-api/inbox-changes.ts';

/** Changes that the hub did not take, because of an outage or because the sign-in had ended, with the account that made them. */
export interface UnsentAct {
  account: string;
  label: string;
  changes: readonly InboxChange[];
}

/** Where unsent changes outlive the page: they name items and what to do, and hold nobody's words. */
export interface UnsentActs {
  read: () => UnsentAct[];
  write: (acts: readonly UnsentAct[]) => void;
}

const KEY = 'cairn.desk.unsent';

/** In the storage of the tab: another person at this browser begins with none. */
export function createUnsentActs(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): UnsentActs {
  return {
    read: () => {
      try {
        return JSON.parse(storage().getItem(KEY) ?? '[]') as UnsentAct[];
      } catch {
        return [];
      }
    },
    write: (acts) => {
      try {
        if (acts.length === 0) storage().removeItem(KEY);
        else storage().setItem(KEY, JSON.stringify(acts));
      } catch {
        // A tab that stores nothing: what was not sent is gone with the page.
      }
    },
  };
}
