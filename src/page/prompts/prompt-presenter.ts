import { effect } from '@preact/signals';
import { keyOfGuide, type LocalizedGuide, type LocalizedReply } from '../../model/pack/localized-guide.ts';
import type { ActivePrompt, Prompt } from '../../overlay/content-state.ts';
import { isOwnReply, type PromptContext, pickPrompt } from '../../overlay/prompts/pick-prompt.ts';
import { watchBusy } from '../../overlay/prompts/watch-busy.ts';
import { after, childLifetime, onAbort } from '../../runtime/lifetime.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ContentDeps, RecordGuideEvent } from '../content/content-deps.ts';
import { locateReply } from './locate-reply.ts';
import { createPromptRequest } from './request-prompt.ts';

/** Milliseconds that a page is left to itself before anything speaks unasked: people look for their own first. */
const INITIAL_QUIET_MS = 1200;

/** Notices, questions and replies speak one at a time, and only to a person who is free. */
export function createPromptPresenter(
  { state, ask, context, t, route, isSubframe, lifetime }: ContentDeps,
  record: RecordGuideEvent,
) {
  const { applicableGuides, activePrompt, promptsSuppressed } = state.content;
  const now = { ready: false, rested: true, life: new AbortController(), sought: '' };
  /** Not now, by the caps over all prompts. */
  const refused = new Set<string>();
  const mayPrompt = createPromptRequest(ask);
  const told = new Set<string>();
  const gone = new Set<string>();
  const formWatch = watchBusy(document, lifetime, update);
  onAbort(lifetime, () => now.life.abort());

  const promptContext = (): PromptContext => ({ route: route(), own: context().own });

  /** What speaks goes on while it fits; else whoever is next, once the person is free. */
  function update(): void {
    if (isSubframe || !now.ready || lifetime.aborted || promptsSuppressed.value) return;
    if (activePrompt.value && isStillDue(activePrompt.value)) return;
    const isFree = now.rested && !formWatch.isBusy();
    const next = isFree ? pickPrompt(applicableGuides.value.filter(isCandidate), promptContext()) : undefined;
    if (!next) clearPrompt();
    else if (now.sought !== keyOfGuide(next)) void request(next);
  }

  const isCandidate = (guide: LocalizedGuide) =>
    !gone.has(keyOfGuide(guide)) && !refused.has(keyOfGuide(guide)) && (guide.kind !== 'question' || context().switches.feedback);

  function isStillDue(current: ActivePrompt): boolean {
    const key = keyOfGuide(current.guide);
    if (current.kind === 'question') {
      if (current.stage.is === 'thanked') return true;
      // Words were sent in the frame, or it was answered in another tab.
      if (context().settled[key]?.done) {
        activePrompt.value = { ...current, stage: { is: 'thanked' } };
        return true;
      }
    }
    const still = applicableGuides.value.filter((guide) => keyOfGuide(guide) === key);
    return pickPrompt(still, promptContext()) !== undefined;
  }

  /** Asked for at the last moment, since a yes counts as shown: there are few for all tabs together. */
  async function request(guide: Prompt): Promise<void> {
    clearPrompt();
    now.sought = keyOfGuide(guide);
    now.life = childLifetime(lifetime);
    const { signal } = now.life;
    const may = await mayPrompt(guide);
    if (signal.aborted) return;
    if (!may) {
      refused.add(keyOfGuide(guide));
      clearPrompt();
      update();
      return;
    }
    if (guide.kind === 'reply') locateReply(guide, signal, (beside) => show(replyPrompt(guide, beside)));
    else show(guide.kind === 'notice' ? { kind: guide.kind, guide } : { kind: guide.kind, guide, stage: { is: 'asking' } });
  }

  const replyPrompt = (guide: LocalizedReply, target: Element | null): ActivePrompt => ({
    kind: 'reply',
    guide,
    isOwn: isOwnReply(guide, promptContext()),
    target,
  });

  function show(next: ActivePrompt): void {
    activePrompt.value = next;
    const key = keyOfGuide(next.guide);
    if (told.has(key)) return;
    told.add(key);
    state.announcement.value = promptName(next, t);
    record(next.guide, 'shown');
  }

  function clearPrompt(): void {
    now.life.abort();
    now.sought = '';
    activePrompt.value = null;
  }

  /** One thing was heard out; nothing else speaks until the person has moved on. */
  function cooldown(guide: Prompt): void {
    gone.add(keyOfGuide(guide));
    now.rested = false;
    clearPrompt();
  }

  after(
    INITIAL_QUIET_MS,
    () => {
      now.ready = true;
      update();
    },
    lifetime,
  );
  onAbort(
    lifetime,
    effect(() => {
      // In whichever frame it is shown: one thing speaks at a time.
      const isHushed = state.walk.value !== null || state.walkOffer.value !== null;
      promptsSuppressed.value = isHushed;
      if (!isHushed && applicableGuides.value) queueMicrotask(update);
    }),
  );

  return {
    consider: update,
    rest: cooldown,
    moved() {
      now.rested = true;
      refused.clear();
      formWatch.urlChanged();
    },
  };
}

function promptName(prompt: ActivePrompt, say: Translate): string {
  const { text } = prompt.guide.title;
  if (prompt.kind === 'question') return say('questionName', text);
  return say(prompt.kind === 'reply' && prompt.isOwn ? 'replyName' : 'newsName', text);
}
