import type { TranslationState } from '../../messaging/studio-messages.ts';
import type { RecorderReport } from '../../model/studio/observed-act.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { languageTag } from '../../model/text/text.ts';
import { createMutex } from '../../runtime/mutex.ts';
import type { AppKnowledge } from '../../studio/draft/app-knowledge.ts';
import { applyReport, countSteps } from '../../studio/draft/apply-report.ts';
import { applyTranslation, repeatableSteps } from '../../studio/draft/apply-translation.ts';
import { withoutData } from '../../studio/draft/without-data.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { StudioSession } from '../storage/schemas.ts';
import { appKnowledgeOf } from './app-knowledge.ts';
import type { DraftStore } from './draft-store.ts';
import type { StudioSessionItem } from './studio-session.ts';

interface StudioRecordingDeps extends Pick<BackgroundDeps, 'disclosure' | 'routes'> {
  session: StudioSessionItem;
  drafts: Pick<DraftStore, 'change' | 'read'>;
  /** The draft has changed. */
  onChange: () => Promise<void>;
  /** Recording has begun or ended. */
  onModeChange: () => Promise<void>;
}

type Missed = Extract<RecorderReport, { is: 'missed' }>;

/** Reports of what made no step that are kept; the oldest go first. */
const MAX_MISSED = 50;

/**
 * Puts what pages report into the draft that is recorded. Reports are taken one batch at a time, and each is on the disk before it is
 * answered; no name or address that is not known to be the app's gets as far as that.
 */
export function createStudioRecording({ session, drafts, disclosure, routes, onChange, onModeChange }: StudioRecordingDeps) {
  const { runExclusive } = createMutex();

  /** @param language if the steps of the draft are to be repeated in another language */
  async function begin(draft: Pick<StudioDraft, 'id' | 'app'>, language?: string): Promise<void> {
    const translation = language === undefined ? {} : { translation: { language, walked: {}, unmatched: [] } };
    const recording = { draft: draft.id, app: draft.app, missed: [], ...translation };
    await session.update((state) => ({ ...state, recording, picking: null }));
    await onModeChange();
  }

  async function end(): Promise<void> {
    if (!(await session.get()).recording) return;
    await session.update((state) => ({ ...state, recording: null }));
    await onModeChange();
  }

  /** False where nothing is recorded in this app, or where the draft is gone. */
  async function receive(app: string, reports: readonly RecorderReport[]): Promise<boolean> {
    const { recording } = await session.get();
    if (recording?.app !== app) return false;
    const knowledge = await appKnowledgeOf(app, { disclosure, routes });
    const safe = reports.map((report) => withoutData(report, knowledge));
    let { translation } = recording;
    const stored = await drafts.change(recording.draft, (draft) => {
      if (!translation) return recordedInto(draft, reports, safe, knowledge);
      const translated = translatedBy(draft, reports, translation, knowledge);
      translation = translated.translation;
      return isSame(translated.draft, draft) ? undefined : translated.draft;
    });
    if (!stored) return false;
    if (translation) await session.update((state) => withTranslation(state, translation));
    const missed = safe.filter((report): report is Missed => report.is === 'missed');
    if (missed.length > 0) await session.update((state) => withMissed(state, missed));
    await onChange();
    return true;
  }

  return {
    begin,
    end,
    receive: (app: string, reports: readonly RecorderReport[]) => runExclusive(() => receive(app, reports)),
    /** What is recorded now, with the number of steps so far. */
    async current() {
      const { recording } = await session.get();
      const read = recording && (await drafts.read(recording.draft));
      if (!recording) return null;
      const translation = recording.translation && read && translationState(recording.translation, read.draft);
      const { draft, app, missed } = recording;
      return { draft, app, missed, steps: read ? countSteps(read.draft) : 0, ...(translation && { translation }) };
    },
  };
}
export type StudioRecording = ReturnType<typeof createStudioRecording>;

type Translation = NonNullable<NonNullable<StudioSession['recording']>['translation']>;

/** The draft with what was reported; undefined where that changes nothing. */
function recordedInto(
  draft: StudioDraft,
  reports: readonly RecorderReport[],
  safe: readonly RecorderReport[],
  knowledge: AppKnowledge,
): StudioDraft | undefined {
  const language = languageOf(draft, safe);
  const recorded = reports.reduce((before, report) => applyReport(before, report, { ...knowledge, language }), draft);
  return isSame(recorded, draft) ? undefined : { ...recorded, language };
}

/** The draft with what was reported of a walk through it in another language, and how far that has come. */
function translatedBy(draft: StudioDraft, reports: readonly RecorderReport[], translation: Translation, knowledge: AppKnowledge) {
  const { language, ...progress } = translation;
  const translated = reports.reduce(
    (before, report) => applyTranslation(before.draft, report, before.progress, { ...knowledge, language }),
    { draft, progress },
  );
  return { draft: translated.draft, translation: { language, ...translated.progress } };
}

const withTranslation = (state: StudioSession, translation: Translation | undefined): StudioSession =>
  state.recording && translation ? { ...state, recording: { ...state.recording, translation } } : state;

function translationState({ language, walked, unmatched }: Translation, draft: StudioDraft): TranslationState {
  const repeatable = repeatableSteps(draft);
  const repeated = new Set(Object.values(walked).map(({ step }) => step));
  const done = repeatable.filter((id) => repeated.has(id));
  return { language, done, of: repeatable.length, unmatched: unmatched.length };
}

/** The language of the app, by the first act of a recording; a draft that has steps keeps its own. */
function languageOf(draft: StudioDraft, reports: readonly RecorderReport[]): string {
  if (countSteps(draft) > 0) return draft.language;
  const tags = reports.flatMap((report) => (report.is === 'act' ? (report.act.anchor.language ?? []) : []));
  return tags.find((tag) => languageTag.safeParse(tag).success) ?? draft.language;
}

const isSame = (one: StudioDraft, other: StudioDraft): boolean =>
  JSON.stringify([one.guide, one.notes]) === JSON.stringify([other.guide, other.notes]);

/** With the same report once more, nothing is added. */
function withMissed<S extends { recording: { missed: Missed[] } | null }>(state: S, missed: readonly Missed[]): S {
  if (!state.recording) return state;
  const before = state.recording.missed.filter(({ id }) => missed.every((one) => one.id !== id));
  return { ...state, recording: { ...state.recording, missed: [...before, ...missed].slice(-MAX_MISSED) } };
}
