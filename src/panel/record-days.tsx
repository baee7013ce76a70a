import type { LedgerRow } from '../ledger/row.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { dayKey, formatDay } from './format-time.ts';
import type { RecordList } from './record-list.ts';
import { RecordRow } from './record-row.tsx';

interface RecordDaysProps {
  list: RecordList;
  summary: LedgerSummary;
  t: Translate;
  now: number;
  erase(row: LedgerRow): Promise<void>;
}

/** The rows that were read, by day, newest first. */
export function RecordDays({ list, summary, t, now, erase }: RecordDaysProps) {
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
              <RecordRow key={row.entry.id} {...{ row, summary, t, now, erase }} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <button type="button" class="more" onClick={() => void list.readMore()}>
          {t('recordsMore')}
        </button>
      )}
    </>
  );
}
