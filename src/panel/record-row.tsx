import type { LedgerRow } from '../ledger/row.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { entryLocationText, entryText } from './entry-text.ts';
import { formatTime } from './format-time.ts';
import { rowStatusText } from './row-status-text.ts';

export interface RecordRowProps {
  row: LedgerRow;
  standing: LedgerSummary;
  t: Translate;
  now: number;
  erase(row: LedgerRow): Promise<void>;
}

/** One line of the ledger: in words what was recorded, where, and what became of it; unfolded, the very record. */
export function RecordRow({ row, standing, t, now, erase }: RecordRowProps) {
  const { entry, state } = row;
  const summary = entryText(entry, { t, standing });
  return (
    <li class={`record ${state}`} id={`record-${entry.id}`} tabIndex={-1}>
      <p class="what">
        <strong>{summary}</strong>
        <time dateTime={entry.at}>{formatTime(row.recordedAt)}</time>
      </p>
      <p class="soft">
        {entryLocationText(entry, { t, standing })} · <code dir="ltr">{entry.route}</code>
      </p>
      {entry.kind === 'words' && entry.contact && <p class="soft">{t('recordContact', entry.contact)}</p>}
      <p class="fate">{rowStatusText(row, { t, hub: standing.hub, now })}</p>
      <div class="acts">
        <details>
          <summary>{t('recordUnfold')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
          <pre dir="ltr" tabIndex={0}>
            {JSON.stringify(entry, null, 2)}
          </pre>
        </details>
        <ConfirmButton
          t={t}
          label={t('recordDelete')}
          accessibleName={t('recordDeleteNamed', summary)}
          confirmText={() => t(row.attempts > 0 ? 'deleteOneSent' : 'deleteOneSure')}
          act={() => erase(row)}
        />
      </div>
    </li>
  );
}
