import { useRef } from 'preact/hooks';
import type { ShownBody, ShownReply } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { ContentActs } from './content-state.ts';
import { NewsHead } from './news-head.tsx';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';
import { useCardBeside } from './use-placed.ts';
import { WayOn } from './way-on.tsx';

interface ReplyProps {
  guide: ShownReply;
  own: boolean;
  beside: Element | null;
  say: Say;
  acts: ContentActs;
}

/** "You said, we did" to those who said it; what was done, as a piece of news, to others. */
export function ReplyView({ guide, own, beside, say, acts }: ReplyProps) {
  const box = useRef<HTMLElement>(null);
  useCardBeside(box, beside, 14);
  useDocked(box, 'card', beside === null);
  return (
    <section
      ref={box}
      class="card news"
      tabIndex={-1}
      aria-label={say(own ? 'replyName' : 'newsName', guide.title.words)}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.seen())}
    >
      <NewsHead guide={guide} kind={say(own ? 'reply' : 'news')} title={guide.title} say={say} />
      {own && <p>{say('replyThanks')}</p>}
      {own && <Part name={say('youSaid')} body={guide.said} />}
      {own ? <Part name={say('weDid')} body={guide.did} /> : <Words body={guide.did} />}
      <div class="row">
        <WayOn guide={guide} say={say} acts={acts} />
        <button type="button" onClick={trusted(acts.seen)}>
          {say('seen')}
        </button>
      </div>
    </section>
  );
}

function Part({ name, body }: { name: string; body: ShownBody }) {
  return (
    <div class="part">
      <h3>{name}</h3>
      <Words body={body} />
    </div>
  );
}

function Words({ body: { rich, language } }: { body: ShownBody }) {
  return (
    <div class="body" lang={language} dir="auto">
      <RichView rich={rich} />
    </div>
  );
}
