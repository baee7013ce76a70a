import { signal } from '@preact/signals';
import type { Row } from '../ledger/row.ts';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { LedgerStanding } from '../messaging/ledger-messages.ts';
import type { Say } from '../runtime/say.ts';
import { sayWhat, sayWhere } from './say-entry.ts';
import { sayFate } from './say-fate.ts';
import { sayMoment } from './say-time.ts';

export interface MyFeedbackMeans {
  ask: Ask;
  say: Say;
  now: () => number;
}

/** So much of what was said is drawn; all of it is among the records. */
const MOST = 200;

/** My feedback: what I said, the words I added, and what became of it. */
export function createMyFeedback({ ask, say, now }: MyFeedbackMeans) {
  const standing = signal<LedgerStanding | null>(null);
  const said = signal<Row[]>([]);

  async function read(): Promise<void> {
    const [about, page] = await Promise.all([
      ask('ledger.standing', {}),
      ask('ledger.read', { kinds: ['feedback', 'words'], limit: MOST }),
    ]);
    if (isUnanswered(about) || isUnanswered(page)) return;
    standing.value = about;
    said.value = page.rows;
  }

  function MyFeedback() {
    const about = standing.value;
    if (!about) return <p>{say('loading')}</p>;
    const pieces = said.value.filter(({ entry }) => entry.kind === 'feedback');
    return (
      <>
        <h2>{say('tabFeedback')}</h2>
        <p class="soft">{say(pieces.length === 0 ? 'feedbackNone' : 'feedbackIntro')}</p>
        <ol class="records">
          {pieces.map((row) => (
            <Piece key={row.entry.id} row={row} said={said.value} standing={about} say={say} now={now()} />
          ))}
        </ol>
      </>
    );
  }
  return { MyFeedback, read };
}

interface PieceProps {
  row: Row;
  said: readonly Row[];
  standing: LedgerStanding;
  say: Say;
  now: number;
}

function Piece({ row, said, standing, say, now }: PieceProps) {
  const { entry, state, keptAt } = row;
  const reply = standing.replies[entry.id];
  const words = said.flatMap(({ entry: other }) => (other.kind === 'words' && other.of === entry.id ? [other] : []));
  return (
    <li class={`record ${state}`}>
      <p class="what">
        <strong>{sayWhat(entry, { say, standing })}</strong>
        <time dateTime={entry.at}>{sayMoment(keptAt, now)}</time>
      </p>
      <p class="soft">{sayWhere(entry, { say, standing })}</p>
      {words.map((one) => (
        <p key={one.id}>{say('recordWords', one.words)}</p>
      ))}
      <p class="fate">{sayFate(row, { say, hub: standing.hub, now })}</p>
      {reply && (
        <p class="answered" lang={reply.language}>
          {say('feedbackAnswered', reply.words)}
        </p>
      )}
    </li>
  );
}
