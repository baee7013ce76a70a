import { useRef } from 'preact/hooks';
import type { LocalizedNotice } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useDocked } from '../placement/use-docked.ts';
import { RichView } from '../ui/rich-view.tsx';
import { FollowButton } from './follow-button.tsx';
import { PromptHead } from './prompt-head.tsx';

/** A notice, as a card or a banner: over the page and never in its flow, so that nothing in the page moves. */
export function NoticeView({ guide, t, actions }: { guide: LocalizedNotice; t: Translate; actions: ContentActions }) {
  const box = useRef<HTMLElement>(null);
  useDocked(box, { as: guide.as === 'card' ? 'prompt' : guide.as });
  return (
    <section
      ref={box}
      class={`card news ${guide.as}`}
      tabIndex={-1}
      aria-label={t('newsName', guide.title.text)}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && actions.dismiss())}
    >
      <div class="prompt-text">
        <PromptHead guide={guide} kind={t('news')} title={guide.title} t={t} />
        <div class="body" lang={guide.body.language} dir="auto">
          <RichView rich={guide.body.rich} />
        </div>
      </div>
      <div class="row">
        <FollowButton guide={guide} t={t} actions={actions} />
        <button type="button" class="quiet" onClick={onlyTrusted(actions.dismiss)}>
          {t(guide.opens ? 'notNow' : 'dismiss')}
        </button>
      </div>
    </section>
  );
}
