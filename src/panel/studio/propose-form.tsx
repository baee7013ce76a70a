import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { Credit } from '../../model/pack/credit.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { creditText } from '../../runtime/credit-text.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { DraftSession } from './draft-session.ts';
import { picturesOf } from './pictures-of.ts';
import { wordingFor } from './step-name.ts';
import type { StudioBoard } from './studio-state.ts';

interface ProposeFormProps {
  ask: Ask;
  draft: StudioDraft;
  session: DraftSession;
  board: StudioBoard;
  t: Translate;
  done(): void;
}

/** Proposing a draft: how the person is named, a note to the author who reads it, and all that is sent. */
export function ProposeForm({ ask, draft, session, board, t, done }: ProposeFormProps) {
  const [name, department, note] = [
    useSignal(draft.credit?.name ?? ''),
    useSignal(draft.credit?.department ?? ''),
    useSignal(''),
  ];
  const failure = useSignal('');
  const isSending = useSignal(false);
  const credit: Credit = {
    ...(name.value.trim() && { name: name.value.trim() }),
    ...(department.value.trim() && { department: department.value.trim() }),
  };
  const propose = async (event: Event) => {
    event.preventDefault();
    isSending.value = true;
    const isSaved = await session.flush();
    const wanted = note.value.trim();
    const result = isSaved && (await ask('studio.propose', { id: draft.id, credit, ...(wanted && { note: wanted }) }));
    isSending.value = false;
    failure.value = result !== false && !result.ok ? refusalText(result, t) : '';
    if (result === false || !result.ok) return;
    board.announcement.value = { text: t('studioProposed'), isFailure: false };
    await board.read();
    done();
  };
  return (
    <form class="card" onSubmit={(event) => void propose(event)}>
      <p>{t('studioProposeWhat')}</p>
      <Line label={t('studioCreditName')} value={name} maxLength={80} />
      <Line label={t('studioCreditDepartment')} value={department} maxLength={80} />
      <p class="soft" role="status">
        {t('studioShownAs', creditText(credit, t))}
      </p>
      <Line label={t('studioNote')} value={note} maxLength={2000} isLong />
      <Payload draft={draft} credit={credit} note={note.value} t={t} />
      {failure.value && (
        <p class="bad" role="alert">
          {failure.value}
        </p>
      )}
      <div class="row">
        <button type="submit" class="main" disabled={isSending.value}>
          {t('studioProposeSend')}
        </button>
        <button type="button" onClick={done}>
          {t('studioCancel')}
        </button>
      </div>
    </form>
  );
}

/** All that is sent, in words and in full. */
function Payload({ draft, credit, note, t }: { draft: StudioDraft; credit: Credit; note: string; t: Translate }) {
  const { app, language, guide } = draft;
  const pictures = picturesOf(draft);
  const count = Object.keys(pictures).length;
  const steps = guide.kind === 'walkthrough' ? guide.steps : [];
  const payload = { app, language, guide, credit, ...(count > 0 && { pictures }), ...(note.trim() && { note: note.trim() }) };
  return (
    <details>
      <summary>{t('studioPayload')}</summary>
      <p>{t('studioPayloadWhat', wordingFor(guide.title, language), String(steps.length), String(count))}</p>
      <p>{t('studioPayloadNot')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it */}
      <pre tabIndex={0} dir="ltr">
        {JSON.stringify(payload, null, 2)}
      </pre>
    </details>
  );
}

function Line({
  label,
  value,
  maxLength,
  isLong,
}: {
  label: string;
  value: Signal<string>;
  maxLength: number;
  isLong?: boolean;
}) {
  const id = useId();
  const shared = {
    id,
    maxLength,
    value: value.value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      value.value = currentTarget.value;
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? <textarea rows={3} {...shared} /> : <input type="text" autocomplete="off" {...shared} />}
    </div>
  );
}
