import { signal } from '@preact/signals';
import type { Row, RowState } from '../ledger/row.ts';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { LedgerStanding } from '../messaging/ledger-messages.ts';
import type { Body } from '../messaging/messages.ts';
import type { Entry } from '../model/entry.ts';

export interface RecordFilter {
  kind?: Entry['kind'] | undefined;
  state?: RowState | undefined;
  app?: string | undefined;
  text: string;
}

export interface RecordMeans {
  ask: Ask;
  /** Every word that a row shows, to search in. */
  textOf(row: Row, standing: LedgerStanding): string;
}

/** What came of erasing: rows gone from the device, and how many of them the hub is asked to erase too. */
export type ErasedRows = { ok: true; erased: number; atHub: number } | { ok: false; why: string };

/** Rows that are drawn at once. */
const SCREEN = 50;
/** Rows that are asked for at once where only some of them may fit, and ids that are erased at once. */
const MOST = 500;

/** The ledger as the panel holds it: as much of it as was asked for, newest first. */
export function createRecordList({ ask, textOf }: RecordMeans) {
  const standing = signal<LedgerStanding | null>(null);
  const rows = signal<Row[]>([]);
  const next = signal<number | undefined>(undefined);
  const filter = signal<RecordFilter>({ text: '' });
  const turn = { at: 0 };

  function asked({ kind, state, app, text }: RecordFilter): Body<'ledger.read'> {
    return {
      ...(kind && { kinds: [kind] }),
      ...(state && { states: [state] }),
      ...(app && { apps: [app] }),
      limit: text ? MOST : SCREEN,
    };
  }

  /** At least `most` rows that fit, or all there are. */
  async function collect(most: number, before?: number): Promise<{ rows: Row[]; next: number | undefined }> {
    const wanted = filter.value;
    const found: Row[] = [];
    let at = before;
    do {
      const page = await ask('ledger.read', {
        ...asked(wanted),
        ...(most > SCREEN && { limit: MOST }),
        ...(at !== undefined && { before: at }),
      });
      if (isUnanswered(page)) return { rows: found, next: undefined };
      found.push(...page.rows.filter((row) => fits(row, wanted.text)));
      at = page.next;
    } while (at !== undefined && found.length < most);
    return { rows: found, next: at };
  }

  function fits(row: Row, text: string): boolean {
    const about = standing.value;
    return !text || (about !== null && textOf(row, about).toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  }

  /** Reads anew what is on the screen; of two readings at once the later counts. */
  async function read(): Promise<void> {
    turn.at += 1;
    const own = turn.at;
    const about = await ask('ledger.standing', {});
    if (isUnanswered(about) || own !== turn.at) return;
    standing.value = about;
    const found = await collect(Math.max(SCREEN, rows.value.length));
    if (own === turn.at) [rows.value, next.value] = [found.rows, found.next];
  }

  async function more(): Promise<void> {
    const own = turn.at;
    const found = await collect(SCREEN, next.value);
    if (own === turn.at) [rows.value, next.value] = [[...rows.value, ...found.rows], found.next];
  }

  async function choose(change: Partial<RecordFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change };
    rows.value = [];
    await read();
  }

  /** Every row that the filter lets through, on the screen or not. */
  const all = async (): Promise<Row[]> => (await collect(Number.POSITIVE_INFINITY)).rows;

  async function erase(ids: readonly string[]): Promise<ErasedRows> {
    const sum = { ok: true as const, erased: 0, atHub: 0 };
    for (let from = 0; from < ids.length; from += MOST) {
      const done = await ask('ledger.erase', { ids: ids.slice(from, from + MOST) });
      if (isUnanswered(done)) return { ok: false, why: done.unanswered };
      if (!done.ok) return done;
      sum.erased += done.erased;
      sum.atHub += done.atHub.length;
    }
    await read();
    return sum;
  }

  return { standing, rows, next, filter, read, more, choose, all, erase };
}
export type RecordList = ReturnType<typeof createRecordList>;
