import type { ShownNotice, ShownReply } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { ContentActs } from './content-state.ts';
import { trusted } from './trusted.ts';

/** The button to what a notice or reply leads to or announces, if it leads anywhere. */
export function WayOn({ guide, say, acts }: { guide: ShownNotice | ShownReply; say: Say; acts: ContentActs }) {
  const { opens, link } = guide;
  const announces = guide.kind === 'notice' && guide.announces;
  if (!opens && !link && !announces) return null;
  return (
    <button type="button" class="main" onClick={trusted(() => acts.follow(guide))}>
      {opens || !link ? (
        say(announces ? 'showIt' : 'showMeHow')
      ) : (
        <span lang={link.text.language} dir="auto">
          {link.text.words}
        </span>
      )}
    </button>
  );
}
