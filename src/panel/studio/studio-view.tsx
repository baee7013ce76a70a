import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../runtime/clock.ts';
import { CreateMenu } from './create-menu.tsx';
import { DraftList } from './draft-list.tsx';
import { type DraftSession, openDraftSession } from './draft-session.ts';
import { EditorView } from './editor-view.tsx';
import { ProposalList } from './proposal-list.tsx';
import type { PublishDeps } from './publish-deps.ts';
import { RecordView } from './record-view.tsx';
import { createRecording, type RecordingControl } from './recording.ts';
import { createStudioBoard, type StudioBoard } from './studio-state.ts';
import { UnreadableList } from './unreadable-list.tsx';

/** While something is recorded or pointed at, what is shown is read again after so long. */
const LIVE_READ_MS = 700;

interface StudioDeps extends PublishDeps {
  clock: Clock;
}

interface Studio {
  Studio: () => ReturnType<typeof StudioSection>;
  read(): Promise<void>;
  /** Is there anything to do here? The section is shown only then. */
  isAvailable: ReadonlySignal<boolean>;
  /** Saves what is not saved yet: the panel may be closed. */
  flush(): Promise<void>;
}

/** The section in which people record how they do something, edit it, try it and propose it. */
export function createStudio(deps: StudioDeps): Studio {
  const { ask, t, clock } = deps;
  const board = createStudioBoard(ask, t, () => read());
  const session = signal<DraftSession | null>(null);
  const open = (id: string) => {
    session.value = openDraftSession(id, { ask, t, clock });
    void session.value.read();
  };
  const recording = createRecording({ ask, board, t, open });

  let cancelNext = () => {};
  async function read(): Promise<void> {
    if (!(await board.read())) return;
    cancelNext();
    const { recording: recorded, picking } = board.state.value ?? {};
    if (recorded || picking) cancelNext = clock.after(LIVE_READ_MS, () => void read());
    // The draft that is recorded into changes by itself.
    if (board.state.value?.recording) session.value = null;
    await Promise.all([recording.read(), session.value?.read()]);
  }
  async function flush(): Promise<void> {
    await session.value?.flush();
  }
  async function close(): Promise<void> {
    const closing = session.value;
    if (!closing || (closing.saving.value !== 'saved' && !(await closing.flush()))) return;
    session.value = null;
    await board.read();
    requestAnimationFrame(() => document.getElementById(`draft-${closing.id}`)?.focus());
  }
  const Studio = () => <StudioSection {...deps} {...{ board, session: session.value, recording, open, close, read }} />;
  return { Studio, read, isAvailable: computed(() => board.isAvailable.value || session.value !== null), flush };
}

interface StudioSectionProps extends StudioDeps {
  board: StudioBoard;
  session: DraftSession | null;
  recording: RecordingControl;
  open(draft: string): void;
  close(): Promise<void>;
  read(): Promise<void>;
}

function StudioSection(props: StudioSectionProps) {
  const { ask, board, session, recording, t, now, open, close, read } = props;
  const state = board.state.value;
  if (!state) return <p>{t('loading')}</p>;
  const { text, isFailure } = board.announcement.value;
  const pick: Parameters<typeof EditorView>[0]['pick'] = async (path, nearest) => {
    if (!session || !(await session.flush())) return;
    const picked = await ask('studio.pick', { id: session.id, path: ['guide', ...path], ...(nearest && { nearest }) });
    if (!picked.ok) board.announcement.value = { text: picked.why, isFailure: true };
    await read();
  };
  return (
    <div class="studio">
      <p role="status" class={isFailure ? 'announcement bad' : 'announcement'}>
        {text}
      </p>
      {session ? (
        <EditorView {...props} session={session} pick={pick} close={() => void close()} />
      ) : (
        <>
          <RecordView recording={recording} state={state} t={t} />
          {!state.recording && (
            <>
              <TrialBanner board={board} t={t} />
              <h2 id="drafts" tabIndex={-1}>
                {t('studioDrafts')}
              </h2>
              <DraftList board={board} t={t} now={now()} open={open} />
              <UnreadableList board={board} t={t} />
              {state.may.record && <CreateMenu board={board} t={t} open={open} />}
              <ProposalList board={board} t={t} />
            </>
          )}
        </>
      )}
    </div>
  );
}

/** A draft that is tried stays on trial when its editor is closed. */
function TrialBanner({ board, t }: Pick<StudioSectionProps, 'board' | 't'>) {
  if (!board.state.value?.trying) return null;
  return (
    <div class="banner">
      <p>{t('studioDraftTried')}</p>
      <button type="button" onClick={() => void board.tryOut(null)}>
        {t('studioTryStop')}
      </button>
    </div>
  );
}
