import type { Answers, Sender } from '../../src/messaging/answer.ts';
import type { About } from '../../src/model/entry.ts';
import { answers, type Question } from '../../src/model/question.ts';
import { settledKey } from '../../src/model/settled.ts';
import { say } from '../../src/model/text.ts';
import { appAt } from '../../src/policy/app-at.ts';
import type { createChecklists } from './checklists.ts';
import type { ContentKept } from './content-kept.ts';
import type { Means } from './means.ts';

type ContentAnswers = Pick<Answers, 'answer' | 'answer.words' | 'checklist'>;
const away = { ok: false as const, why: 'This page is not one of the policy’s apps.' };
const notAsked = { ok: false as const, why: 'No question of a pack in force asks this.' };

/** What pages are answered about questions and checklists. What is answered must have been asked by a pack in force. */
export function answerContent(
  { policy, shelf, kept, record, languages }: Means,
  own: ContentKept,
  checklists: Pick<ReturnType<typeof createChecklists>, 'settle'>,
): ContentAnswers {
  const appOf = async ({ url }: Sender) => (url === undefined ? undefined : appAt(await policy(), url));

  async function asked(app: string, about: About): Promise<{ question: Question; base: string } | undefined> {
    const pack = (await shelf.packs()).find((one) => one.app === app && one.id === about.pack);
    const question = pack?.guides.find((guide): guide is Question => guide.kind === 'question' && guide.id === about.guide);
    return pack && question && (await policy()).switches.feedback ? { question, base: pack.language } : undefined;
  }

  return {
    async answer({ route, about, answer }, sender) {
      const app = await appOf(sender);
      if (!app) return away;
      const found = await asked(app.id, about);
      // Words are typed in a frame of ours: a page has none to give.
      if (!found || answer.what === 'words' || !answers(found.question, answer)) return notAsked;
      const done = await record({ kind: 'answer', app: app.id, route, about, answer });
      if (done.ok) await kept.settle(about, 'finished');
      return done;
    },

    async 'answer.words'({ route, about }, sender) {
      const app = await appOf(sender);
      if (!app) return away;
      const found = await asked(app.id, about);
      if (found?.question.asks.what !== 'words') return notAsked;
      const title = say(found.question.title, await languages(), found.base);
      return { ok: true, formKey: await kept.openForm({ about, title, app: app.id, appName: app.name, route }) };
    },

    async checklist({ route, pack, guide, view, opened }, sender) {
      const app = await appOf(sender);
      if (!app) return away;
      const key = settledKey({ pack, guide });
      if (view) await own.view(key, view);
      if (opened) {
        await own.opened(key, opened);
        await checklists.settle(app.id, route);
      }
      return { ok: true };
    },
  };
}
