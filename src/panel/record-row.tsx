import type { Row } from '../ledger/row.ts';
import type { LedgerStanding } from '../messaging/ledger-messages.ts';
import type { Say } from '../runtime/say.ts';
import { AskOnce } from './ask-once.tsx';
import { sayWhat, sayWhere } from './say-entry.ts';
import { sayFate } from './say-fate.ts';
import { sayHour } from './say-time.ts';

export interface RecordRowProps {
  row: Row;
  standing: LedgerStanding;
  say: Say;
  now: number;
  erase(row: Row): Promise<void>;
}

/** One line of the ledger: in words what was recorded, where, and what became of it; unfolded, the very record. */
export function RecordRow({ row, standing, say, now, erase }: RecordRowProps) {
  const { entry, state } = row;
  const what = sayWhat(entry, { say, standing });
  return (
    <li class={`record ${state}`} id={`record-${entry.id}`} tabIndex={-1}>
      <p class="what">
        <strong>{what}</strong>
        <time dateTime={entry.at}>{sayHour(row.keptAt)}</time>
      </p>
      <p class="soft">
        {sayWhere(entry, { say, standing })} · <code dir="ltr">{entry.route}</code>
      </p>
      {entry.kind === 'words' && entry.contact && <p class="soft">{say('recordContact', entry.contact)}</p>}
      <p class="fate">{sayFate(row, { say, hub: standing.hub, now })}</p>
      <div class="acts">
        <details>
          <summary>{say('recordUnfold')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
          <pre dir="ltr" tabIndex={0}>
            {JSON.stringify(entry, null, 2)}
          </pre>
        </details>
        <AskOnce
          say={say}
          label={say('recordDelete')}
          named={say('recordDeleteNamed', what)}
          sure={() => say(row.attempts > 0 ? 'deleteOneSent' : 'deleteOneSure')}
          act={() => erase(row)}
        />
      </div>
    </li>
  );
}
