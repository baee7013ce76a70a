import type { LedgerRow } from '../ledger/row.ts';
import type { Ask } from '../messaging/ask.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { entryLocationText, entryText } from './entry-text.ts';
import { Erasures } from './erasures-view.tsx';
import { formatDateTime } from './format-time.ts';
import { MemoryView } from './memory-view.tsx';
import { ReadingsView } from './readings-view.tsx';
import { createRecordActions, type RecordActions } from './record-actions.ts';
import { RecordDays } from './record-days.tsx';
import { RecordFilters } from './record-filters.tsx';
import { createRecordList, type RecordList } from './record-list.ts';
import { rowStatusText } from './row-status-text.ts';
import { uploadErrorText } from './upload-error-text.ts';

export interface RecordsDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  saveFile(name: string, type: string, content: string): void;
}

/** My records: everything recorded about the person, to read, filter, delete and save. */
export function createRecords({ ask, t, now, saveFile }: RecordsDeps) {
  const textOf = (row: LedgerRow, summary: LedgerSummary): string =>
    [
      entryText(row.entry, { t, summary }),
      entryLocationText(row.entry, { t, summary }),
      rowStatusText(row, { t, hub: summary.hub, now: now() }),
      JSON.stringify(row.entry),
    ].join(' ');
  const list = createRecordList({ ask, textOf });
  const actions = createRecordActions({ ask, t, now, list, saveFile });
  return { Records: () => <RecordsSection {...{ list, actions, t, now }} />, read: list.read };
}

interface RecordsSectionProps {
  list: RecordList;
  actions: RecordActions;
  t: Translate;
  now: () => number;
}

function RecordsSection({ list, actions, t, now }: RecordsSectionProps) {
  const summary = list.summary.value;
  if (!summary) return <p>{t('loading')}</p>;
  const { isFinding } = list;
  return (
    <>
      <div class="section-head">
        <h2 id="records" tabIndex={-1}>
          {t('tabRecords')}
        </h2>
        <button
          type="button"
          class="icon"
          aria-expanded={isFinding.value}
          aria-controls="record-tools"
          aria-label={t('recordsFind')}
          title={t('recordsFind')}
          onClick={() => {
            isFinding.value = !isFinding.value;
          }}
        >
          <FilterIcon />
        </button>
      </div>
      <div id="record-tools">{isFinding.value && <RecordTools list={list} actions={actions} t={t} />}</div>
      <Warnings summary={summary} t={t} />
      <p role="status" class="announcement">
        {actions.announcement.value}
      </p>
      <Erasures erasures={summary.erasures} t={t} now={now()} />
      <RecordDays list={list} summary={summary} t={t} now={now()} erase={actions.eraseOne} />
      <p class="soft">{t('recordsIntro', summary.days)}</p>
      {summary.readings && <ReadingsView readings={summary.readings} t={t} />}
      <MemoryView summary={summary} t={t} now={now()} forget={actions.forget} />
    </>
  );
}

/** What is done with many records at once: find, save, delete those that were found. */
function RecordTools({ list, actions, t }: Omit<RecordsSectionProps, 'now'>) {
  const { waiting, sent, refused, withheld } = list.summary.value!.counts;
  const matching = list.matchingCount.value;
  return (
    <>
      <p class="soft counts">{t('recordsCounts', String(waiting), String(sent), String(refused), String(withheld))}</p>
      <RecordFilters list={list} t={t} />
      <div class="row">
        <button type="button" onClick={() => void actions.exportRecords()}>
          {t('recordsExport')}
        </button>
        {matching !== undefined && matching > 0 && (
          <ConfirmButton
            t={t}
            label={t('recordsDeleteAll', matching)}
            confirmText={actions.confirmEraseMatching}
            act={actions.eraseMatching}
          />
        )}
      </div>
    </>
  );
}

const FilterIcon = () => (
  <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <path d="M3 5h14M6 10h8M8.5 15h3" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  </svg>
);

/** What the ledger reports about itself: why sending fails, and what was dropped for lack of space. */
function Warnings({ summary: { notices, sendError }, t }: { summary: LedgerSummary; t: Translate }) {
  if (notices.length === 0 && !sendError) return null;
  return (
    <ul class="faults">
      {sendError && (
        <li class="warning">
          {uploadErrorText(sendError, t).what}
          <br />
          {uploadErrorText(sendError, t).remedy}
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
