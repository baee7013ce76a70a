import type { LedgerRow } from '../ledger/row.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import { readableRoute } from '../model/route/readable-route.ts';
import type { Translate } from '../runtime/translate.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { entryLocationText, entryText, nameCodeKey } from './entry-text.ts';
import { formatTime } from './format-time.ts';
import { rowStatusText } from './row-status-text.ts';

interface RecordRowProps {
  row: LedgerRow;
  summary: LedgerSummary;
  t: Translate;
  now: number;
  erase(row: LedgerRow): Promise<void>;
}

/** One row of the ledger: what was recorded, where, and what became of it; the raw record on demand. */
export function RecordRow({ row, summary, t, now, erase }: RecordRowProps) {
  const { entry, state } = row;
  const text = entryText(entry, { t, summary });
  const nameKey = nameCodeKey(entry);
  return (
    <li class={`record ${state}`} id={`record-${entry.id}`} tabIndex={-1}>
      <p class="what">
        <strong>{text}</strong>
        <time dateTime={entry.at}>{formatTime(row.recordedAt)}</time>
      </p>
      <p class="soft">
        {entryLocationText(entry, { t, summary })} · <code dir="ltr">{readableRoute(entry.route)}</code>
      </p>
      {nameKey && <p class="soft">{t(nameKey)}</p>}
      {entry.kind === 'words' && entry.contact && <p class="soft">{t('recordContact', entry.contact)}</p>}
      <p class="fate">{rowStatusText(row, { t, hub: summary.hub, now })}</p>
      <div class="acts">
        <details>
          <summary>{t('recordUnfold')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and who uses no mouse scrolls it by keys */}
          <pre dir="ltr" tabIndex={0}>
            {JSON.stringify(entry, null, 2)}
          </pre>
        </details>
        <ConfirmButton
          t={t}
          label={t('recordDelete')}
          accessibleName={t('recordDeleteNamed', text)}
          confirmText={() => t(row.attempts > 0 ? 'deleteOneSent' : 'deleteOneSure')}
          act={() => erase(row)}
        />
      </div>
    </li>
  );
}
