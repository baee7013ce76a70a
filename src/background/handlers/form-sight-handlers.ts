import type { MessageHandlers, MessageOrigin } from '../../messaging/message-router.ts';
import type { BodyOf, PageMessage } from '../../messaging/messages.ts';
import { type Clock, systemClock } from '../../runtime/clock.ts';

type Verdict = BodyOf<'form.judged'>['verdict'];
type FormSightHandlers = Pick<MessageHandlers, 'form.check' | 'form.judged'>;

/** Milliseconds that a page script has for its answer. Without one, the press does not count. */
const ANSWER_MS = 2000;

interface FormSightDeps {
  notifyTab: (tab: number, message: PageMessage) => Promise<unknown>;
  clock?: Clock;
}

/** For a form in a page: asks the script of that page whether the person sees the form. No page lies over a form in a window of its own. */
export function createFormSightHandlers({ notifyTab, clock = systemClock }: FormSightDeps): FormSightHandlers {
  const waiting = new Map<string, (verdict: Verdict) => void>();

  async function check(key: string, { tab, frameId }: MessageOrigin): Promise<Verdict> {
    if (frameId === 0 || tab?.id === undefined) return 'counts';
    const { promise, resolve } = Promise.withResolvers<Verdict>();
    waiting.set(key, resolve);
    const cancel = clock.after(ANSWER_MS, () => resolve('hidden'));
    await notifyTab(tab.id, { cairn: 'judgeForm', key });
    const verdict = await promise;
    cancel();
    waiting.delete(key);
    return verdict;
  }

  return {
    'form.check': async ({ key }, origin) => ({ ok: true, verdict: await check(key, origin) }),
    async 'form.judged'({ key, verdict }) {
      waiting.get(key)?.(verdict);
      return { ok: true };
    },
  };
}
