import { isUnanswered } from '../../src/messaging/ask.ts';
import type { Answer } from '../../src/model/answer.ts';
import { aboutGuide } from '../../src/model/shown.ts';
import type { QuestionStage } from '../../src/overlay/content-state.ts';
import type { ContentWiring } from './content-wiring.ts';
import { formUrl } from './form-acts.ts';

/** What each press in a question does. */
export function createQuestionActs({ state, ask, say, route }: Pick<ContentWiring, 'state' | 'ask' | 'say' | 'route'>) {
  const { spoken } = state.content;

  function stage(next: QuestionStage): void {
    if (spoken.value?.kind === 'question') spoken.value = { ...spoken.value, stage: next };
  }

  async function give(answer: Answer): Promise<void> {
    const guide = spoken.value?.guide;
    if (!guide) return;
    stage({ is: 'sending' });
    const kept = await ask('answer', { route: route(), about: aboutGuide(guide), answer });
    if (!isUnanswered(kept) && kept.ok) {
      state.said.value = say('answerThanks');
      stage({ is: 'thanked' });
    } else stage({ is: 'asking', why: isUnanswered(kept) ? say('formUnanswered') : kept.why });
  }

  async function write(): Promise<void> {
    const guide = spoken.value?.guide;
    if (!guide) return;
    const opened = await ask('answer.words', { route: route(), about: aboutGuide(guide) });
    if (!isUnanswered(opened) && opened.ok) stage({ is: 'writing', formUrl: formUrl(opened.formKey) });
    else stage({ is: 'asking', why: isUnanswered(opened) ? say('formUnanswered') : opened.why });
  }

  return { answer: (answer: Answer) => void give(answer), write: () => void write() };
}
