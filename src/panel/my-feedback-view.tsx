import { signal } from '@preact/signals';
import type { LedgerRow } from '../ledger/row.ts';
import type { Ask } from '../messaging/ask.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { entryLocationText, entryText } from './entry-text.ts';
import { formatMoment } from './format-time.ts';
import { rowStatusText } from './row-status-text.ts';

interface MyFeedbackDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
}

/** Feedback items drawn at once; all of them are among the records. */
const MAX_FEEDBACK_DRAWN = 200;

/** Feedback items drawn before the person asks for all. */
const MAX_AT_FIRST = 5;

/** Feedback that was replied to comes first; otherwise the order stays. */
const repliesFirst = (rows: readonly LedgerRow[], { replies }: LedgerSummary): LedgerRow[] =>
  [true, false].flatMap((isReplied) => rows.filter(({ entry }) => entry.id in replies === isReplied));

/** My feedback: the choices clicked, the comments added, and what became of them. */
export function createMyFeedback({ ask, t, now }: MyFeedbackDeps) {
  const summary = signal<LedgerSummary | null>(null);
  const rows = signal<LedgerRow[]>([]);
  const isComplete = signal(false);

  async function read(): Promise<void> {
    const [current, page] = await Promise.all([
      ask('ledger.summary', {}),
      ask('ledger.read', { kinds: ['feedback', 'words'], limit: MAX_FEEDBACK_DRAWN }),
    ]);
    if (!current.ok || !page.ok) return;
    summary.value = current;
    rows.value = page.rows;
  }

  function MyFeedback() {
    const current = summary.value;
    if (!current) return <p>{t('loading')}</p>;
    const feedbackRows = repliesFirst(
      rows.value.filter(({ entry }) => entry.kind === 'feedback'),
      current,
    );
    const shown = isComplete.value ? feedbackRows : feedbackRows.slice(0, MAX_AT_FIRST);
    return (
      <>
        <h2>{t('tabFeedback')}</h2>
        {feedbackRows.length === 0 && <p class="soft">{t('feedbackNone')}</p>}
        <ol class="records">
          {shown.map((row) => (
            <FeedbackItem key={row.entry.id} row={row} rows={rows.value} summary={current} t={t} now={now()} />
          ))}
        </ol>
        {shown.length < feedbackRows.length && (
          <button
            type="button"
            class="more"
            onClick={() => {
              isComplete.value = true;
            }}
          >
            {t('showAll', String(feedbackRows.length))}
          </button>
        )}
      </>
    );
  }
  return { MyFeedback, read };
}

interface FeedbackItemProps {
  row: LedgerRow;
  rows: readonly LedgerRow[];
  summary: LedgerSummary;
  t: Translate;
  now: number;
}

function FeedbackItem({ row, rows, summary, t, now }: FeedbackItemProps) {
  const { entry, state, recordedAt } = row;
  const reply = summary.replies[entry.id];
  const comments = rows.flatMap(({ entry: other }) => (other.kind === 'words' && other.of === entry.id ? [other] : []));
  return (
    <li class={`record ${state}`}>
      <p class="what">
        <strong>{entryText(entry, { t, summary })}</strong>
        <time dateTime={entry.at}>{formatMoment(recordedAt, now)}</time>
      </p>
      <p class="soft">{entryLocationText(entry, { t, summary })}</p>
      {comments.map((comment) => (
        <p key={comment.id}>{t('recordWords', comment.words)}</p>
      ))}
      <p class="fate">{rowStatusText(row, { t, hub: summary.hub, now })}</p>
      {reply && (
        <p class="answered" lang={reply.language}>
          {t('feedbackAnswered', reply.text)}
        </p>
      )}
    </li>
  );
}
