import type { Erasure } from '../ledger/erasure.ts';
import type { Translate } from '../runtime/translate.ts';
import { formatDate, formatMoment } from './format-time.ts';

interface ErasuresProps {
  erasures: readonly Erasure[];
  t: Translate;
  now: number;
}

/** Receipts drawn at once; all of them are in the export. */
const MAX_RECEIPTS_DRAWN = 100;

/** The hub's receipts for records that were deleted after they were sent, newest first. */
export function Erasures({ erasures, t, now }: ErasuresProps) {
  if (erasures.length === 0) return null;
  return (
    <details class="erasures" open>
      <summary>{t('erasuresTitle', String(erasures.length))}</summary>
      <ul>
        {erasures
          .toReversed()
          .slice(0, MAX_RECEIPTS_DRAWN)
          .map(({ id, requestedAt, receipt }) => (
            <li key={id}>
              <p>{receipt ? receiptText(receipt, t) : t('erasureAsked', formatMoment(requestedAt, now))}</p>
              {receipt && (
                <details>
                  <summary>{t('receipt')}</summary>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
                  <pre dir="ltr" tabIndex={0}>
                    {JSON.stringify(receipt, null, 2)}
                  </pre>
                </details>
              )}
            </li>
          ))}
      </ul>
    </details>
  );
}

const receiptText = ({ erased, at }: NonNullable<Erasure['receipt']>, t: Translate): string =>
  t(erased ? 'erasureDone' : 'erasureNone', formatDate(Date.parse(at)));
