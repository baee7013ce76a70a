import type { LedgerRow } from '../ledger/row.ts';
import type { Translate } from '../runtime/translate.ts';
import { formatMoment } from './format-time.ts';

interface RowStatusDeps {
  t: Translate;
  hub: boolean;
  now: number;
}

/** The state of a row and the reason for it, in a sentence. */
export function rowStatusText(row: LedgerRow, { t, hub, now }: RowStatusDeps): string {
  const when = row.sentAt === undefined ? '' : formatMoment(row.sentAt, now);
  switch (row.state) {
    case 'waiting':
      if (!hub) return t('fateNoHub');
      return t(row.attempts > 0 ? 'fateWaitingAgain' : 'fateWaiting');
    case 'sent':
      return t('fateSent', when, t(`reason_${row.flushReason ?? 'time'}`));
    case 'refused':
      return t('fateRefused', when, refusalText(row));
    case 'withheld':
      return t('fateWithheld', row.withheldBy ?? '');
  }
}

function refusalText({ result }: LedgerRow): string {
  if (!result || result.accepted) return '';
  return result.path ? `${result.path}: ${result.reason}` : result.reason;
}
