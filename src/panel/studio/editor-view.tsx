import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../runtime/translate.ts';
import type { DraftEdit } from '../../studio/edit/draft-edit.ts';
import { ConflictView } from './conflict-view.tsx';
import type { DraftEditor } from './draft-editor.ts';
import type { DraftSession } from './draft-session.ts';
import { refusalOf } from './edit-refusal-text.ts';
import { FieldFaults, faultsAt } from './field-faults.tsx';
import { GuideFields } from './guide-fields.tsx';
import { KindFields } from './kind-fields.tsx';
import { LanguageChoice, RepeatInLanguage } from './language-choice.tsx';
import type { PublishDeps } from './publish-deps.ts';
import { PublishView } from './publish-view.tsx';
import { StepList } from './step-list.tsx';
import { wordingFor } from './step-name.ts';
import type { StudioBoard } from './studio-state.ts';
import { TextFields } from './text-fields.tsx';

export interface EditorViewProps extends PublishDeps {
  session: DraftSession;
  board: StudioBoard;
  pick: DraftEditor['pick'];
  close(): void;
}

/** The draft that is open: its steps or texts, whom it is for, trying and proposing it. */
export function EditorView(props: EditorViewProps) {
  const { session, board, t, now, pick } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const other = useSignal('');
  const openStep = useSignal<string | null>(null);
  const draft = session.draft.value;
  const isRead = draft !== null;
  useEffect(() => heading.current?.focus(), [isRead]);
  if (!draft) return <p role="status">{session.failure.value || t('loading')}</p>;
  const edit = (one: DraftEdit, done = '') => {
    const result = session.edit(one);
    board.announcement.value = result.ok
      ? { text: done, isFailure: false }
      : { text: refusalOf(result, draft, t), isFailure: true };
    return result;
  };
  const editor: DraftEditor = { session, draft, t, otherLanguage: other.value || undefined, edit, pick };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole editor; every action has a button as well
    <div class="editor" onKeyDown={(event) => onEditorKey(event, session)}>
      <EditorHead {...props} />
      <h2 ref={heading} tabIndex={-1} lang={draft.language} dir="auto">
        {wordingFor(draft.guide.title, draft.language)}
      </h2>
      {session.conflict.value ? (
        <ConflictView session={session} t={t} now={now()} />
      ) : (
        <>
          <EditorFields editor={editor} board={board} other={other} openStep={openStep} />
          <PublishView {...props} draft={draft} />
        </>
      )}
    </div>
  );
}

interface EditorFieldsProps {
  editor: DraftEditor;
  board: StudioBoard;
  other: Signal<string>;
  openStep: Signal<string | null>;
}

function EditorFields({ editor, board, other, openStep }: EditorFieldsProps) {
  const { draft, session, t } = editor;
  return (
    <>
      <FieldFaults id="studio-faults" faults={faultsAt(session.faults.value, [], { below: false })} />
      <LanguageChoice draft={draft} other={other} t={t} />
      {draft.guide.kind === 'walkthrough' && <RepeatInLanguage editor={editor} board={board} />}
      <TextFields editor={editor} path={['title']} label={t('studioTitle')} />
      <KindFields editor={editor} />
      {draft.guide.kind === 'walkthrough' && <StepList editor={editor} steps={draft.guide.steps} open={openStep} />}
      <h3>{t('studioWhoAndWhen')}</h3>
      <GuideFields editor={editor} />
    </>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) go through the saved versions, also from within a field. */
function onEditorKey(event: KeyboardEvent, session: DraftSession): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  void (key === 'y' || event.shiftKey ? session.redo() : session.undo());
}

function EditorHead({ session, board, t, close }: EditorViewProps) {
  const { canUndo, canRedo } = session.history.value;
  const isChanged = session.saving.value !== 'saved';
  return (
    <div class="editor-head">
      <button type="button" class="plain" onClick={close}>
        {t('studioAllDrafts')}
      </button>
      <span class="row">
        <button
          type="button"
          class="icon"
          disabled={!canUndo && !isChanged}
          aria-label={t('studioUndo')}
          title={t('studioUndo')}
          onClick={() => void session.undo()}
        >
          <span aria-hidden="true">↶</span>
        </button>
        <button
          type="button"
          class="icon"
          disabled={!canRedo}
          aria-label={t('studioRedo')}
          title={t('studioRedo')}
          onClick={() => void session.redo()}
        >
          <span aria-hidden="true">↷</span>
        </button>
      </span>
      <SavingText session={session} t={t} />
      {board.state.value?.picking && (
        <div class="banner" role="status">
          <p>{t('studioPicking')}</p>
          <button type="button" onClick={() => void board.stopPicking()}>
            {t('studioPickingStop')}
          </button>
        </div>
      )}
    </div>
  );
}

const SavingText = ({ session, t }: { session: DraftSession; t: Translate }) => (
  <span class={session.saving.value === 'failed' ? 'saving bad' : 'saving soft'} role="status">
    {t(`saving_${session.saving.value}`)}
    {session.failure.value && ` ${session.failure.value}`}
  </span>
);
