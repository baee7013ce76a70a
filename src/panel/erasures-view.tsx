import type { Erasure } from '../ledger/erasure.ts';
import type { Say } from '../runtime/say.ts';
import { sayDate, sayMoment } from './say-time.ts';

interface ErasuresProps {
  erasures: readonly Erasure[];
  say: Say;
  now: number;
}

/** Receipts drawn at once; all of them are in the export. */
const MOST = 100;

/** What was deleted after it had been on its way: the hub's receipts, newest first. */
export function Erasures({ erasures, say, now }: ErasuresProps) {
  if (erasures.length === 0) return null;
  return (
    <details class="erasures" open>
      <summary>{say('erasuresTitle', String(erasures.length))}</summary>
      <ul>
        {erasures
          .toReversed()
          .slice(0, MOST)
          .map(({ id, askedAt, receipt }) => (
            <li key={id}>
              <p>{receipt ? answered(receipt, say) : say('erasureAsked', sayMoment(askedAt, now))}</p>
              {receipt && (
                <details>
                  <summary>{say('receipt')}</summary>
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

const answered = ({ erased, at }: NonNullable<Erasure['receipt']>, say: Say): string =>
  say(erased ? 'erasureDone' : 'erasureNone', sayDate(Date.parse(at)));
