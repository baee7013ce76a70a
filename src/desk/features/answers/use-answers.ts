import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { AnswersPage } from '../../../model/hub-api/answer-figures.ts';
import type { ApiFailure } from '../../kit/api-result.ts';
import { plural } from '../../kit/plural.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

/** The answers while their page is shown. They change once a week, so they are loaded once. */
export function useAnswers({ hub, signIn, announcer }: DeskDeps) {
  const state = useMemo(() => ({ answers: signal<AnswersPage | null>(null), failure: signal<ApiFailure | null>(null) }), [hub]);

  async function load(lifetime?: AbortSignal): Promise<void> {
    const result = await hub.answers(lifetime);
    if (lifetime?.aborted) return;
    state.failure.value = result.ok ? null : result.why;
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

  return { ...state, reload: () => load() };
}
