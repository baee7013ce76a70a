import type { MessageHandlers } from '../../messaging/message-router.ts';
import type { About } from '../../model/entry/entry.ts';
import { guideKey } from '../../model/pack/guide-key.ts';
import { isAnswerTo, type Question } from '../../model/pack/question.ts';
import { localize } from '../../model/text/text.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { ChecklistStore } from '../checklist-store.ts';
import type { Checklists } from '../checklists.ts';

type ContentHandlers = Pick<MessageHandlers, 'answer' | 'answer.words' | 'checklist'>;
const NOT_ASKED = { ok: false as const, why: 'No question of a pack in force asks this.' };

/** Answers pages about questions and checklists. An answer is taken only if a pack in force asks the question. */
export function createContentHandlers(
  {
    policy,
    shelf,
    personStore,
    record,
    languages,
    routes,
  }: Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'record' | 'languages' | 'routes'>,
  checklistStore: ChecklistStore,
  checklists: Pick<Checklists, 'finishCompleted'>,
): ContentHandlers {
  async function askedQuestion(app: string, about: About): Promise<{ question: Question; base: string } | undefined> {
    const pack = (await shelf.packs()).find((one) => one.app === app && one.id === about.pack);
    const question = pack?.guides.find((guide): guide is Question => guide.kind === 'question' && guide.id === about.guide);
    return pack && question && (await policy()).switches.feedback ? { question, base: pack.language } : undefined;
  }

  return {
    async answer({ route, about, answer }, { app }) {
      const found = await askedQuestion(app.id, about);
      // Free text is typed in a frame of ours, so a page has none to send.
      if (!found || answer.what === 'words' || !isAnswerTo(found.question, answer)) return NOT_ASKED;
      const result = await record({ kind: 'answer', app: app.id, route, about, answer });
      if (result.ok) await personStore.noteGuideEvent(about, 'finished');
      return result;
    },

    async 'answer.words'({ route, about }, { app }) {
      const found = await askedQuestion(app.id, about);
      if (found?.question.asks.what !== 'words') return NOT_ASKED;
      const title = localize(found.question.title, await languages(), found.base);
      const origin = { app: app.id, appName: app.name, route: await routes.disclose(app.id, route) };
      return { ok: true, formKey: await personStore.openForm({ about, title, ...origin }) };
    },

    async checklist({ route, pack, guide, view, opened }, { app }) {
      const key = guideKey({ pack, guide });
      if (view) await checklistStore.setView(key, view);
      if (opened) {
        await checklistStore.markOpened(key, opened);
        await checklists.finishCompleted(app.id, route);
      }
      return { ok: true };
    },
  };
}
