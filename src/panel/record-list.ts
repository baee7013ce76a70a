import { type Signal, signal } from '@preact/signals';
import type { LedgerRow } from '../ledger/row.ts';
import type { Ask } from '../messaging/ask.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import { PAGE_SIZE, type RecordFilter, type RecordPage, readRecords } from './record-reader.ts';

interface RecordListDeps {
  ask: Ask;
  /** Everything that a row shows, to search in. */
  textOf(row: LedgerRow, summary: LedgerSummary): string;
}

/** The ledger as the panel holds it: as much of it as was asked for, newest first. */
export interface RecordList {
  summary: Signal<LedgerSummary | null>;
  rows: Signal<LedgerRow[]>;
  /** Where the next page begins; undefined after the last one. */
  next: Signal<number | undefined>;
  filter: Signal<RecordFilter>;
  /** How many rows match the filter, shown or not; undefined until they were counted. */
  matchingCount: Signal<number | undefined>;
  /** Search, filters and what is done with all that they find are open. */
  isFinding: Signal<boolean>;
  /** Reads again what is shown. */
  read(): Promise<void>;
  readMore(): Promise<void>;
  setFilter(change: Partial<RecordFilter>): Promise<void>;
  /** Every row that matches the filter, shown or not. */
  readAll(): Promise<LedgerRow[]>;
}

export function createRecordList({ ask, textOf }: RecordListDeps): RecordList {
  const summary = signal<LedgerSummary | null>(null);
  const rows = signal<LedgerRow[]>([]);
  const next = signal<number | undefined>(undefined);
  const filter = signal<RecordFilter>({ text: '' });
  const matchingCount = signal<number | undefined>(undefined);
  /** Number of the latest reading: of two at once, only the later one counts. */
  let latestReading = 0;

  function collect(minRows: number, before?: number): Promise<RecordPage> {
    const { text } = filter.value;
    const matches = (row: LedgerRow) => !text || (summary.value !== null && containsText(textOf(row, summary.value), text));
    return readRecords(ask, { filter: filter.value, minRows, before, matches });
  }

  async function read(): Promise<void> {
    latestReading += 1;
    const reading = latestReading;
    const current = await ask('ledger.summary', {});
    if (!current.ok || reading !== latestReading) return;
    summary.value = current;
    const page = await collect(Math.max(PAGE_SIZE, rows.value.length));
    if (reading !== latestReading) return;
    [rows.value, next.value] = [page.rows, page.next];
    const count = await countMatching(page);
    if (reading === latestReading) matchingCount.value = count;
  }

  async function countMatching(page: RecordPage): Promise<number> {
    if (page.next === undefined) return page.rows.length;
    const isFiltered = Object.values(filter.value).some(Boolean);
    if (isFiltered || !summary.value) return (await readAll()).length;
    return Object.values(summary.value.counts).reduce((sum, count) => sum + count, 0);
  }

  async function readMore(): Promise<void> {
    const reading = latestReading;
    const page = await collect(PAGE_SIZE, next.value);
    if (reading === latestReading) [rows.value, next.value] = [[...rows.value, ...page.rows], page.next];
  }

  async function setFilter(change: Partial<RecordFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change };
    rows.value = [];
    matchingCount.value = undefined;
    await read();
  }

  const readAll = async (): Promise<LedgerRow[]> => (await collect(Number.POSITIVE_INFINITY)).rows;
  return { summary, rows, next, filter, matchingCount, isFinding: signal(false), read, readMore, setFilter, readAll };
}

const containsText = (whole: string, part: string): boolean => whole.toLocaleLowerCase().includes(part.toLocaleLowerCase());
