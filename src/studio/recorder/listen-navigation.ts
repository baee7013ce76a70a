import { addressTemplate } from '../../model/route/address-template.ts';
import type { RecorderReport } from '../../model/studio/observed-act.ts';
import { on } from '../../runtime/lifetime.ts';
import { undoneByBack } from './judge-undo.ts';
import type { RecorderContext } from './recorder-context.ts';

type Navigated = Extract<RecorderReport, { is: 'navigated' }>;

/** A change of address so soon after an act is what the act did. */
const NAVIGATION_MS = 5000;
const MAX_ROUTE = 300;

/** The route template of a page. */
const routeOf = (address: Location): string => addressTemplate(address).slice(0, MAX_ROUTE) || '/';

/** Reports how a page was come to. */
export function reportLoad(view: Window, { log, now }: Pick<RecorderContext, 'log' | 'now'>): void {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const how: Navigated['how'] = load?.type === 'reload' ? 'reload' : load?.type === 'back_forward' ? 'back-forward' : 'load';
  log.report({ is: 'navigated', route: routeOf(view.location), at: Math.max(0, Math.round(now() - performance.now())), how });
}

/** Reports changes of address that load no page, each with the act that led to it. */
export function listenNavigation(view: Window, { log, now, lifetime }: RecorderContext): void {
  let url = view.location.href;
  let ledHere: string | undefined;

  function check(event: Event & { navigationType?: string | null }): void {
    if (view.location.href === url) return;
    url = view.location.href;
    const at = now();
    const isTraverse = event.navigationType === 'traverse' || (event.type === 'popstate' && !('navigation' in view));
    const last = log.acts().findLast((act) => act.kind !== 'hover' && at - act.at <= NAVIGATION_MS);
    const by = isTraverse && last?.id === ledHere ? undefined : last?.id;
    const how = isTraverse ? 'back-forward' : 'same-document';
    log.report({ is: 'navigated', route: routeOf(view.location), at, how, ...(by && { by }) });
    if (isTraverse && !by) for (const act of undoneByBack(log.acts(), at, ledHere)) log.report({ is: 'undone', act, at });
    if (by) ledHere = by;
  }

  const navigation = (view as { navigation?: EventTarget }).navigation;
  if (navigation) on(navigation, 'currententrychange', check, lifetime);
  on(view, 'hashchange', check, lifetime);
  on(view, 'popstate', check, lifetime);
}
