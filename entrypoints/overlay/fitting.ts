import type { ShownGuide } from '../../src/model/shown.ts';
import { choose } from '../../src/targeting/choose.ts';
import { judgeHere } from '../../src/targeting/judge-here.ts';
import { isOpened, judgeUnasked } from '../../src/targeting/judge-unasked.ts';
import type { Here } from '../page/handle.ts';
import { createPresence } from './presence.ts';

interface Wiring {
  here: () => Here;
  lifetime: AbortSignal;
  /** Another control that guides ask for has come or gone. */
  changed: () => void;
}

/** Says which guides belong on this page for this person now: what they may open, and what may be shown unasked. */
export function createFitting({ here, lifetime, changed }: Wiring): () => ShownGuide[] {
  const presence = createPresence(lifetime, changed);
  return () => {
    const { app, guides, fitting, settled, quiet } = here();
    const url = location.href;
    const placed = guides.filter((guide) => guide.present && judgeHere(guide, { url }).fits);
    presence.look(placed.flatMap(({ present }) => present ?? []));
    const wishes = { quiet, settled, app: app.id, now: Date.now() };
    return choose(guides, fitting, { url, has: presence.has }).filter(
      (guide) => isOpened(guide) || judgeUnasked(guide, wishes).fits,
    );
  };
}
