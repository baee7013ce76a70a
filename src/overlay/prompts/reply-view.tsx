import { useRef } from 'preact/hooks';
import type { LocalizedBody, LocalizedReply } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useCardPosition } from '../placement/anchored-positions.ts';
import { useDocked } from '../placement/use-docked.ts';
import { RichView } from '../ui/rich-view.tsx';
import { FollowButton } from './follow-button.tsx';
import { PromptHead } from './prompt-head.tsx';

interface ReplyProps {
  guide: LocalizedReply;
  isOwn: boolean;
  target: Element | null;
  t: Translate;
  actions: ContentActions;
}

/** "You said, we did" for those who gave the feedback; for others what was done, as news. */
export function ReplyView({ guide, isOwn, target, t, actions }: ReplyProps) {
  const box = useRef<HTMLElement>(null);
  useCardPosition(box, target, 14);
  useDocked(box, { as: 'prompt', active: target === null });
  return (
    <section
      ref={box}
      class="card news"
      tabIndex={-1}
      aria-label={t(isOwn ? 'replyName' : 'newsName', guide.title.text)}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && actions.acknowledge())}
    >
      <PromptHead guide={guide} kind={t(isOwn ? 'reply' : 'news')} title={guide.title} t={t} />
      {isOwn && <p>{t('replyThanks')}</p>}
      {isOwn && <ReplyPart name={t('youSaid')} body={guide.youSaid} />}
      {isOwn ? <ReplyPart name={t('weDid')} body={guide.weDid} /> : <BodyView body={guide.weDid} />}
      <div class="row">
        <FollowButton guide={guide} t={t} actions={actions} />
        <button type="button" onClick={onlyTrusted(actions.acknowledge)}>
          {t('gotIt')}
        </button>
      </div>
    </section>
  );
}

function ReplyPart({ name, body }: { name: string; body: LocalizedBody }) {
  return (
    <div class="part">
      <h3>{name}</h3>
      <BodyView body={body} />
    </div>
  );
}

function BodyView({ body: { rich, language } }: { body: LocalizedBody }) {
  return (
    <div class="body" lang={language} dir="auto">
      <RichView rich={rich} />
    </div>
  );
}
