import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { AnsweredQuestion } from '../../../model/hub-api/answer-figures.ts';
import type { ApiFailure } from '../../kit/api-result.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

/** The answers for as long as their page is shown. They move once a week, so they are asked for once. */
export function useAnswers({ hub, signIn, announcer }: DeskDeps) {
  const told = useMemo(
    () => ({ questions: signal<readonly AnsweredQuestion[] | null>(null), trouble: signal<ApiFailure | null>(null) }),
    [hub],
  );

  async function ask(until?: AbortSignal): Promise<void> {
    const said = await hub.answers(until);
    if (until?.aborted) return;
    told.trouble.value = said.ok ? null : said.why;
    if (said.ok) {
      told.questions.value = said.value.questions;
      announcer.announce(`${said.value.questions.length} questions`);
    } else if (said.why.kind === 'signed-out') signIn.expire(said.why);
  }

  useEffect(() => {
    const life = new AbortController();
    void ask(life.signal);
    return () => life.abort();
  }, [hub]);

  return { ...told, reload: () => ask() };
}
