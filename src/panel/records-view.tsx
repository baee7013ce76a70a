import { signal } from '@preact/signals';
import type { LedgerRow } from '../ledger/row.ts';
import { type Ask, refusalText } from '../messaging/ask.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { entryLocationText, entryText } from './entry-text.ts';
import { Erasures } from './erasures-view.tsx';
import { dayKey, formatDateTime, formatDay } from './format-time.ts';
import { MemoryView } from './memory-view.tsx';
import { RecordFilters } from './record-filters.tsx';
import { createRecordList, type EraseResult, type RecordList } from './record-list.ts';
import { RecordRow } from './record-row.tsx';
import { rowStatusText } from './row-status-text.ts';

export interface RecordsDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  saveFile(name: string, type: string, content: string): void;
}

/** My records: everything recorded about the person, to read, filter, delete and take away. */
export function createRecords({ ask, t, now, saveFile }: RecordsDeps) {
  const textOf = (row: LedgerRow, standing: LedgerSummary) => {
    const status = rowStatusText(row, { t, hub: standing.hub, now: now() });
    return [
      entryText(row.entry, { t, standing }),
      entryLocationText(row.entry, { t, standing }),
      status,
      JSON.stringify(row.entry),
    ].join(' ');
  };
  const list = createRecordList({ ask, textOf });
  const announcement = signal('');

  async function erase(ids: readonly string[]): Promise<void> {
    announcement.value = eraseResultText(await list.erase(ids), t);
  }

  async function eraseOne(row: LedgerRow): Promise<void> {
    const at = list.rows.value.findIndex(({ entry }) => entry.id === row.entry.id);
    await erase([row.entry.id]);
    const nextRow = list.rows.value[at] ?? list.rows.value.at(-1);
    requestAnimationFrame(() => document.getElementById(nextRow ? `record-${nextRow.entry.id}` : 'records')?.focus());
  }

  const pendingErase: { ids: string[] } = { ids: [] };
  async function confirmEraseAll(): Promise<string> {
    pendingErase.ids = (await list.all()).map(({ entry }) => entry.id);
    return t('deleteManySure', pendingErase.ids.length);
  }

  async function forget(): Promise<void> {
    const result = await ask('personalData.forget', {});
    announcement.value = result.ok ? t('rememberedForgotten') : refusalText(result, t);
    await list.read();
    document.getElementById('records')?.focus();
  }

  async function exportRecords(): Promise<void> {
    const exported = await ask('ledger.export', {});
    if (!exported.ok) return;
    saveFile(`cairn-records-${new Date(now()).toISOString().slice(0, 10)}.json`, 'application/json', exported.json);
  }

  function Records() {
    const standing = list.standing.value;
    if (!standing) return <p>{t('loading')}</p>;
    const { waiting, sent, refused, withheld } = standing.counts;
    return (
      <>
        <h2 id="records" tabIndex={-1}>
          {t('tabRecords')}
        </h2>
        <p class="soft">{t('recordsIntro', standing.days)}</p>
        <p class="counts">{t('recordsCounts', String(waiting), String(sent), String(refused), String(withheld))}</p>
        <Warnings standing={standing} t={t} />
        <RecordFilters list={list} t={t} />
        <div class="row">
          <button type="button" onClick={() => void exportRecords()}>
            {t('recordsExport')}
          </button>
          {list.rows.value.length > 0 && (
            <ConfirmButton
              t={t}
              label={t('recordsDeleteAll')}
              confirmText={confirmEraseAll}
              act={() => erase(pendingErase.ids)}
            />
          )}
        </div>
        <p role="status" class="told">
          {announcement.value}
        </p>
        <MemoryView standing={standing} t={t} now={now()} forget={forget} />
        <Erasures erasures={standing.erasures} t={t} now={now()} />
        <Days list={list} standing={standing} t={t} now={now()} erase={eraseOne} />
      </>
    );
  }
  return { Records, read: list.read };
}

function eraseResultText(result: EraseResult, t: Translate): string {
  if (!result.ok) return t('deleteFailed', refusalText(result, t));
  if (result.atHub === 0) return t('deletedNever', result.erased);
  return `${t('deletedHere', result.erased)} ${t('erasuresRequested', result.atHub)}`;
}

/** What the ledger has to say of itself. */
function Warnings({ standing: { notices, sendError }, t }: { standing: LedgerSummary; t: Translate }) {
  if (notices.length === 0 && !sendError) return null;
  return (
    <ul class="faults">
      {sendError && (
        <li class="warning">
          {sendError.what}
          <br />
          {sendError.remedy}
        </li>
      )}
      {notices.map(({ count, from, to }) => (
        <li key={from} class="warning">
          {t('noticeDropped', count, formatDateTime(from), formatDateTime(to))}
        </li>
      ))}
    </ul>
  );
}

interface DaysProps {
  list: RecordList;
  standing: LedgerSummary;
  t: Translate;
  now: number;
  erase(row: LedgerRow): Promise<void>;
}

function Days({ list, standing, t, now, erase }: DaysProps) {
  const rows = list.rows.value;
  const isFiltered = Object.values(list.filter.value).some(Boolean);
  const hasMore = list.next.value !== undefined;
  if (rows.length === 0)
    return (
      <p role="status" class="nothing">
        {t(isFiltered ? 'recordsNoMatch' : 'recordsNone')}
      </p>
    );
  return (
    <>
      <p role="status" class="soft shown">
        {t(hasMore ? 'recordsShownMore' : 'recordsShown', rows.length)}
      </p>
      {[...Map.groupBy(rows, ({ recordedAt }) => dayKey(recordedAt))].map(([day, rowsOfDay]) => (
        <section key={day} aria-label={formatDay(rowsOfDay[0]!.recordedAt)}>
          <h3>{formatDay(rowsOfDay[0]!.recordedAt)}</h3>
          <ol class="records">
            {rowsOfDay.map((row) => (
              <RecordRow key={row.entry.id} {...{ row, standing, t, now, erase }} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <button type="button" class="more" onClick={() => void list.more()}>
          {t('recordsMore')}
        </button>
      )}
    </>
  );
}
