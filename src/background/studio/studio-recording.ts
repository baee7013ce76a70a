import type { Refusal } from '../../messaging/result.ts';
import type { TranslationState } from '../../messaging/studio-messages.ts';
import type { RecorderReport } from '../../model/studio/observed-act.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { languageTag } from '../../model/text/text.ts';
import { createMutex } from '../../runtime/mutex.ts';
import type { AppKnowledge } from '../../studio/draft/app-knowledge.ts';
import { applyReport, countSteps, type DraftContext } from '../../studio/draft/apply-report.ts';
import { applyTranslation, repeatableSteps } from '../../studio/draft/apply-translation.ts';
import { withoutData } from '../../studio/draft/without-data.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { StudioSession } from '../storage/schemas.ts';
import { acceptReports, missedByRefusal, type RefusedReport, replyFor } from './accept-reports.ts';
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

  /** Undefined where nothing is recorded in this app, or where the draft is gone. Of what is refused nothing is stored. */
  async function receive(app: string, reports: readonly RecorderReport[]): Promise<{ ok: true } | Refusal | undefined> {
    const { recording } = await session.get();
    if (recording?.app !== app) return undefined;
    const knowledge = await appKnowledgeOf(app, { disclosure, routes });
    const safe = reports.map((report) => withoutData(report, knowledge));
    let { translation } = recording;
    let refused: RefusedReport[] = [];
    const stored = await drafts.change(recording.draft, (draft) => {
      const accepted = translation
        ? translatedBy(draft, reports, translation, knowledge)
        : recordedInto(draft, reports, { ...knowledge, language: languageOf(draft, safe) });
      refused = accepted.refused;
      translation = accepted.translation;
      return isSame(accepted.draft, draft) ? undefined : accepted.draft;
    });
    if (!stored) return undefined;
    if (translation) await session.update((state) => withTranslation(state, translation));
    const missed = [...safe.filter((report): report is Missed => report.is === 'missed'), ...missedByRefusal(refused)];
    if (missed.length > 0) await session.update((state) => withMissed(state, missed));
    await onChange();
    return replyFor(refused);
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

interface Recorded {
  draft: StudioDraft;
  translation: Translation | undefined;
  refused: RefusedReport[];
}

/** The draft with what was reported. */
function recordedInto(draft: StudioDraft, reports: readonly RecorderReport[], context: DraftContext): Recorded {
  const { state, refused } = acceptReports(draft, reports, {
    draftOf: (one) => one,
    apply: (one, report) => applyReport(one, report, context),
  });
  return { draft: isSame(state, draft) ? draft : { ...state, language: context.language }, translation: undefined, refused };
}

/** The draft with what was reported of a walk through it in another language, and how far that has come. */
function translatedBy(
  draft: StudioDraft,
  reports: readonly RecorderReport[],
  translation: Translation,
  knowledge: AppKnowledge,
): Recorded {
  const { language, ...progress } = translation;
  const { state, refused } = acceptReports({ draft, progress }, reports, {
    draftOf: (one) => one.draft,
    apply: (one, report) => applyTranslation(one.draft, report, one.progress, { ...knowledge, language }),
  });
  return { draft: state.draft, translation: { language, ...state.progress }, refused };
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
