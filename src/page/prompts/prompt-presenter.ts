import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { Prompt } from '../../overlay/content-state.ts';
import { watchBusy } from '../../overlay/prompts/watch-busy.ts';
import { after } from '../../runtime/lifetime.ts';
import type { PromptDeps, RecordGuideEvent } from './prompt-deps.ts';
import { createPromptDrawer } from './prompt-drawer.ts';
import { advancePrompt, initialPromptState, type PromptEffect, type PromptEvent } from './prompt-machine.ts';
import { type PromptSummary, rankPrompts } from './rank-prompts.ts';
import { watchSuppression } from './watch-suppression.ts';

/** Milliseconds that a page is left to itself before the first prompt: people look for what they came for. */
const INITIAL_QUIET_MS = 1200;

/** Gathers what the machine decides by, and carries out what it decides. */
export function createPromptPresenter(deps: PromptDeps, record: RecordGuideEvent) {
  const { state, context, route, lifetime } = deps;
  const { activePrompt } = state.content;
  const promptContext = () => ({ route: route(), own: context().personalContent });
  const ranked = () => promptsHere(deps);
  const busyWatch = watchBusy(document, lifetime, update);
  const onGranted = (key: string) => send({ is: 'granted', key });
  const onRefused = (key: string) => send({ is: 'refused', key });
  const drawer = createPromptDrawer({ ...deps, context: promptContext, record, onGranted, onRefused });
  let machine = initialPromptState;

  function send(event: PromptEvent): void {
    if (lifetime.aborted) return;
    const { state: next, effects } = advancePrompt(machine, event);
    machine = next;
    for (const one of effects) carryOut(one);
  }

  function carryOut(one: PromptEffect): void {
    if (one.do !== 'request') {
      drawer.carryOut(one);
      return;
    }
    const prompt = ranked().find((ready) => keyOfGuide(ready) === one.key);
    if (prompt) drawer.request(prompt);
    else onRefused(one.key);
  }

  function update(): void {
    const active = activePrompt.value;
    // It may have been answered in our form, or in another tab.
    if (active?.kind === 'question' && active.stage.is !== 'thanked' && context().guideHistories[keyOfGuide(active.guide)]?.done)
      answered(active.guide);
    send({ is: 'updated', ranked: ranked().map(keyOfGuide), isFree: !busyWatch.isBusy() });
  }

  const updateThen = (event: PromptEvent) => () => {
    update();
    send(event);
  };
  const answered = (prompt: Prompt) => send({ is: 'answered', key: keyOfGuide(prompt) });
  const onSuppressed = () => send({ is: 'suppressed' });

  after(INITIAL_QUIET_MS, updateThen({ is: 'started' }), lifetime);
  watchSuppression({ state, lifetime, onSuppressed, onReleased: updateThen({ is: 'released' }) });

  return {
    update,
    /** The person has answered the question on this page. */
    answered,
    /** The person is done with the prompt. */
    close: (prompt: Prompt) => send({ is: 'closed', key: keyOfGuide(prompt) }),
    /** The person takes back that they dismissed or muted it. */
    restored: (key: string) => send({ is: 'restored', key }),
    urlChanged: (): void => {
      send({ is: 'moved' });
      busyWatch.urlChanged();
    },
  };
}

export type PromptPresenter = ReturnType<typeof createPromptPresenter>;

/** Frames show none: the page around them does. Questions are shown where feedback is switched on. */
function promptsHere({ state, context, route, isSubframe }: PromptDeps): PromptSummary[] {
  if (isSubframe) return [];
  const { personalContent, switches } = context();
  const prompts = rankPrompts(state.content.applicableGuides.value, { route: route(), own: personalContent });
  return prompts.filter(({ kind }) => kind !== 'question' || switches.feedback);
}
