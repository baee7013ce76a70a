import type { ShownGuide } from '../model/shown.ts';
import type { Said } from '../model/text.ts';
import type { Say } from '../runtime/say.ts';
import { Stones } from './stones.tsx';

/** Over everything that speaks unasked: whose it is, what kind of thing, and its title. */
export function NewsHead({ guide, kind, title, say }: { guide: ShownGuide; kind: string; title: Said; say: Say }) {
  return (
    <>
      <p class="kicker">
        <Stones />
        {kind}
        {guide.pack.sample && <span class="sample"> · {say('sample')}</span>}
      </p>
      <h2 lang={title.language} dir="auto">
        {title.words}
      </h2>
    </>
  );
}
