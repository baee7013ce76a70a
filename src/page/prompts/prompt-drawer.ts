import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { ActivePrompt } from '../../overlay/content-state.ts';
import { childLifetime } from '../../runtime/lifetime.ts';
import type { Translate } from '../../runtime/translate.ts';
import { preparePrompt } from './prepare-prompt.ts';
import type { PromptDeps, RecordGuideEvent } from './prompt-deps.ts';
import type { PromptEffect } from './prompt-machine.ts';
import type { PromptContext, PromptSummary } from './rank-prompts.ts';

interface PromptDrawerDeps extends Pick<PromptDeps, 'ask' | 'bodies' | 'state' | 't' | 'lifetime'> {
  context: () => PromptContext;
  record: RecordGuideEvent;
  onGranted: (key: string) => void;
  onRefused: (key: string) => void;
}

/** Asks whether a prompt may be shown, makes it ready, and draws it: one at a time. */
export function createPromptDrawer({ ask, bodies, state, t, lifetime, context, record, onGranted, onRefused }: PromptDrawerDeps) {
  const { activePrompt } = state.content;
  let life = new AbortController();
  let prepared: ActivePrompt | null = null;

  /** The background is asked at the last moment, since its yes counts as shown. */
  async function request(summary: PromptSummary): Promise<void> {
    const key = keyOfGuide(summary);
    life = childLifetime(lifetime);
    const { signal } = life;
    const { ok: isGranted } = await ask('prompt', { guide: key });
    const prompt = isGranted && !signal.aborted ? await bodies.of(summary) : undefined;
    if (signal.aborted) return;
    if (!prompt) onRefused(key);
    else
      preparePrompt(prompt, context(), signal, (ready) => {
        const isFirst = prepared === null;
        prepared = ready;
        if (activePrompt.value) activePrompt.value = ready;
        else if (isFirst) onGranted(key);
      });
  }

  /** What is drawn already stays as it is. */
  function show(isFirst: boolean): void {
    activePrompt.value ??= prepared;
    if (!activePrompt.value || !isFirst) return;
    state.announcement.value = promptName(activePrompt.value, t);
    record(activePrompt.value.guide, 'shown');
  }

  function remove(): void {
    life.abort();
    prepared = null;
    activePrompt.value = null;
  }

  return {
    request: (summary: PromptSummary): void => void request(summary),
    carryOut(effect: Exclude<PromptEffect, { do: 'request' }>): void {
      if (effect.do === 'show') show(effect.first);
      else if (effect.do === 'remove') remove();
      else if (activePrompt.value?.kind === 'question') activePrompt.value = { ...activePrompt.value, stage: { is: 'thanked' } };
    },
  };
}

function promptName(prompt: ActivePrompt, t: Translate): string {
  const { text } = prompt.guide.title;
  if (prompt.kind === 'question') return t('questionName', text);
  return t(prompt.kind === 'reply' && prompt.isOwn ? 'replyName' : 'newsName', text);
}
