import { watch } from '../../locator/watch.ts';
import type { ActivePrompt, Prompt } from '../../overlay/content-state.ts';
import { isOwnReply, type PromptContext } from './rank-prompts.ts';

/** Milliseconds until a reply whose control is not on the page is shown without it. */
const CONTROL_PATIENCE_MS = 2000;

/**
 * Makes a prompt ready to be drawn. A reply is drawn beside the control that it is about, or by itself if it names none or the page has
 * none; `onReady` is called again whenever that changes.
 */
export function preparePrompt(
  prompt: Prompt,
  context: PromptContext,
  lifetime: AbortSignal,
  onReady: (ready: ActivePrompt) => void,
): void {
  switch (prompt.kind) {
    case 'notice':
      onReady({ kind: prompt.kind, guide: prompt });
      return;
    case 'question':
      onReady({ kind: prompt.kind, guide: prompt, stage: { is: 'asking' } });
      return;
    case 'reply': {
      const isOwn = isOwnReply(prompt, context);
      const place = (target: Element | null) => onReady({ kind: prompt.kind, guide: prompt, isOwn, target });
      if (!prompt.anchor) {
        place(null);
        return;
      }
      watch({
        anchors: [prompt.anchor],
        page: document,
        lifetime,
        patienceMs: CONTROL_PATIENCE_MS,
        onChange: ([one]) => {
          if (one?.found) place(one.element);
          else if (one && one.state !== 'looking') place(null);
        },
      });
    }
  }
}
