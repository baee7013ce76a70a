import { effect } from '@preact/signals';
import { guideKey, type ShownGuide, type ShownReply } from '../../src/model/shown.ts';
import type { Speaking, Spoken } from '../../src/overlay/content-state.ts';
import { watchForm } from '../../src/overlay/watch-form.ts';
import { isOwn, type Moment, whoSpeaks } from '../../src/overlay/who-speaks.ts';
import { after, atEnd, childOf } from '../../src/runtime/lifetime.ts';
import type { Say } from '../../src/runtime/say.ts';
import type { ContentWiring, Recording } from './content-wiring.ts';
import { createPermit } from './permit.ts';
import { seekReply } from './seek-reply.ts';

/** Milliseconds that a page is left to itself before anything speaks unasked: people look for their own first. */
const quietAtFirst = 1200;

/** Notices, questions and replies speak one at a time, and only to a person who is free. */
export function createSpeaking({ state, ask, here, say, route, inner, lifetime }: ContentWiring, record: Recording) {
  const { fitting, spoken, hushed } = state.content;
  const now = { ready: false, rested: true, life: new AbortController(), sought: '' };
  /** Not now, by the caps over all prompts. */
  const refused = new Set<string>();
  const permit = createPermit(ask);
  const told = new Set<string>();
  const gone = new Set<string>();
  const form = watchForm(document, lifetime, consider);
  atEnd(lifetime, () => now.life.abort());

  const moment = (): Moment => ({ route: route(), own: here().own });

  /** What speaks goes on while it fits; else whoever is next, once the person is free. */
  function consider(): void {
    if (inner || !now.ready || lifetime.aborted || hushed.value) return;
    if (spoken.value && mayStay(spoken.value)) return;
    const isFree = now.rested && !form.isBusy();
    const next = isFree ? whoSpeaks(fitting.value.filter(isLeft), moment()) : undefined;
    if (!next) fallSilent();
    else if (now.sought !== guideKey(next)) void speak(next);
  }

  const isLeft = (guide: ShownGuide) =>
    !gone.has(guideKey(guide)) && !refused.has(guideKey(guide)) && (guide.kind !== 'question' || here().switches.feedback);

  function mayStay(current: Spoken): boolean {
    const key = guideKey(current.guide);
    if (current.kind === 'question') {
      if (current.stage.is === 'thanked') return true;
      // Words were sent in the frame, or it was answered in another tab.
      if (here().settled[key]?.done) {
        spoken.value = { ...current, stage: { is: 'thanked' } };
        return true;
      }
    }
    const still = fitting.value.filter((guide) => guideKey(guide) === key);
    return whoSpeaks(still, moment()) !== undefined;
  }

  /** Asked for at the last moment, since a yes counts as shown: there are few for all tabs together. */
  async function speak(guide: Speaking): Promise<void> {
    fallSilent();
    now.sought = guideKey(guide);
    now.life = childOf(lifetime);
    const { signal } = now.life;
    const may = await permit(guide);
    if (signal.aborted) return;
    if (!may) {
      refused.add(guideKey(guide));
      fallSilent();
      consider();
      return;
    }
    if (guide.kind === 'reply') seekReply(guide, signal, (beside) => show(spokenReply(guide, beside)));
    else show(guide.kind === 'notice' ? { kind: guide.kind, guide } : { kind: guide.kind, guide, stage: { is: 'asking' } });
  }

  const spokenReply = (guide: ShownReply, beside: Element | null): Spoken => ({
    kind: 'reply',
    guide,
    own: isOwn(guide, moment()),
    beside,
  });

  function show(next: Spoken): void {
    spoken.value = next;
    const key = guideKey(next.guide);
    if (told.has(key)) return;
    told.add(key);
    state.said.value = nameOf(next, say);
    record(next.guide, 'shown');
  }

  function fallSilent(): void {
    now.life.abort();
    now.sought = '';
    spoken.value = null;
  }

  /** One thing was heard out; nothing else speaks until the person has moved on. */
  function rest(guide: Speaking): void {
    gone.add(guideKey(guide));
    now.rested = false;
    fallSilent();
  }

  after(
    quietAtFirst,
    () => {
      now.ready = true;
      consider();
    },
    lifetime,
  );
  atEnd(
    lifetime,
    effect(() => {
      // In whichever frame it is shown: one thing speaks at a time.
      const isHushed = state.walk.value !== null || state.offered.value !== null;
      hushed.value = isHushed;
      if (!isHushed && fitting.value) queueMicrotask(consider);
    }),
  );

  return {
    consider,
    rest,
    moved() {
      now.rested = true;
      refused.clear();
      form.moved();
    },
  };
}

function nameOf(spoken: Spoken, say: Say): string {
  const { words } = spoken.guide.title;
  if (spoken.kind === 'question') return say('questionName', words);
  return say(spoken.kind === 'reply' && spoken.own ? 'replyName' : 'newsName', words);
}
