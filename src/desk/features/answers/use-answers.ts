import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { AnswersPage, AnswerTexts } from '../../../model/hub-api/answer-figures.ts';
import type { ApiFailure } from '../../kit/api-result.ts';
import { plural } from '../../kit/plural.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

/** The answers while their page is shown, and the comments if the role may read them. They change once a week, so they are loaded once. */
export function useAnswers({ hub, signIn, announcer }: DeskDeps) {
  const state = useMemo(
    () => ({
      answers: signal<AnswersPage | null>(null),
      /** null: not loaded, or not for this role. */
      texts: signal<AnswerTexts | null>(null),
      failure: signal<ApiFailure | null>(null),
    }),
    [hub],
  );
  const session = signIn.state.value;
  const mayReadTexts = session.at === 'in' && session.identity.may.includes('GET /desk/api/answers/texts');

  async function load(lifetime?: AbortSignal): Promise<void> {
    const [result, texts] = await Promise.all([hub.answers(lifetime), mayReadTexts ? hub.answerTexts(lifetime) : null]);
    if (lifetime?.aborted) return;
    state.failure.value = result.ok ? (texts?.ok === false ? texts.why : null) : result.why;
    if (texts?.ok) state.texts.value = texts.value;
    if (result.ok) {
      state.answers.value = result.value;
      announcer.announce(plural(result.value.questions.length, 'question'));
    } else if (result.why.kind === 'signed-out') signIn.expire(result.why);
  }

  useEffect(() => {
    const lifetime = new AbortController();
    void load(lifetime.signal);
    return () => lifetime.abort();
  }, [hub]);

  return { ...state, mayReadTexts, reload: () => load() };
}
