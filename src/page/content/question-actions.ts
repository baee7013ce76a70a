import { refusalText } from '../../messaging/ask.ts';
import type { Answer } from '../../model/entry/answer.ts';
import { aboutGuide } from '../../model/pack/localized-guide.ts';
import type { Prompt, QuestionStage } from '../../overlay/content-state.ts';
import type { ContentDeps } from './content-deps.ts';
import { formUrl } from './form-actions.ts';

interface QuestionActionsDeps extends Pick<ContentDeps, 'state' | 'ask' | 't' | 'route'> {
  answered: (question: Prompt) => void;
}

/** What each button of a question does. */
export function createQuestionActions({ state, ask, t, route, answered }: QuestionActionsDeps) {
  const { activePrompt } = state.content;

  function setStage(next: QuestionStage): void {
    if (activePrompt.value?.kind === 'question') activePrompt.value = { ...activePrompt.value, stage: next };
  }

  async function sendAnswer(answer: Answer): Promise<void> {
    const guide = activePrompt.value?.guide;
    if (!guide) return;
    setStage({ is: 'sending' });
    const result = await ask('answer', { route: route(), about: aboutGuide(guide), answer });
    if (result.ok) {
      state.announcement.value = t('answerThanks');
      answered(guide);
    } else setStage({ is: 'asking', why: refusalText(result, t) });
  }

  async function openForm(): Promise<void> {
    const guide = activePrompt.value?.guide;
    if (!guide) return;
    const opened = await ask('answer.words', { route: route(), about: aboutGuide(guide) });
    if (opened.ok) setStage({ is: 'writing', formUrl: formUrl(opened.formKey) });
    else setStage({ is: 'asking', why: refusalText(opened, t) });
  }

  return { answer: (answer: Answer) => void sendAnswer(answer), openAnswerForm: () => void openForm() };
}
