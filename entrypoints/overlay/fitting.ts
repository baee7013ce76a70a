import type { ShownGuide } from '../../src/model/shown.ts';
import { choose } from '../../src/targeting/choose.ts';
import { judgeHere } from '../../src/targeting/judge-here.ts';
import type { Here } from '../page/handle.ts';
import { createPresence } from './presence.ts';

interface Wiring {
  here: () => Here;
  lifetime: AbortSignal;
  /** Another control that guides ask for has come or gone. */
  changed: () => void;
}

/** Says which of the guides that the background found fit for this person belong on this page now. */
export function createFitting({ here, lifetime, changed }: Wiring): () => ShownGuide[] {
  const presence = createPresence(lifetime, changed);
  return () => {
    const { guides, fitting } = here();
    const url = location.href;
    presence.look(guides.flatMap((guide) => (guide.present && judgeHere(guide, { url }).fits ? guide.present : [])));
    return choose(guides, fitting, { url, has: presence.has });
  };
}
