import { useRef } from 'preact/hooks';
import type { ShownNotice } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { ContentActs } from './content-state.ts';
import { NewsHead } from './news-head.tsx';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';
import { WayOn } from './way-on.tsx';

/** A notice, as a card or a banner: over the page and never in its flow, so that nothing there moves. */
export function NoticeView({ guide, say, acts }: { guide: ShownNotice; say: Say; acts: ContentActs }) {
  const box = useRef<HTMLElement>(null);
  useDocked(box, guide.as);
  return (
    <section
      ref={box}
      class={`card news ${guide.as}`}
      tabIndex={-1}
      aria-label={say('newsName', guide.title.words)}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.dismiss())}
    >
      <div class="told">
        <NewsHead guide={guide} kind={say('news')} title={guide.title} say={say} />
        <div class="body" lang={guide.body.language} dir="auto">
          <RichView rich={guide.body.rich} />
        </div>
      </div>
      <div class="row">
        <WayOn guide={guide} say={say} acts={acts} />
        <button type="button" class="quiet" onClick={trusted(acts.dismiss)}>
          {say(guide.announces ? 'notNow' : 'dismiss')}
        </button>
      </div>
    </section>
  );
}
