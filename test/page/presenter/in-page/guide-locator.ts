import { watchUrl } from '../../../../src/dom/watch-url.ts';
import { describe } from '../../../../src/locator/anchor/describe.ts';
import type { Ask } from '../../../../src/messaging/ask.ts';
import type { LocalizedWalkthrough } from '../../../../src/model/pack/localized-guide.ts';
import { createOverlayState } from '../../../../src/overlay/overlay-state.ts';
import { listenerFor } from '../../../../src/page/acts/listener-for.ts';
import { createGuideBodies } from '../../../../src/page/guides/guide-bodies.ts';
import type { PageContext, PageHandle } from '../../../../src/page/page-handle.ts';
import { createGuideLocator } from '../../../../src/page/presenter/guide-locator.ts';
import { createWalkthroughPresenter } from '../../../../src/page/walkthrough/walkthrough-presenter.ts';
import { createTranslate } from '../../../../src/runtime/translate.ts';

/** Player and locator on this page, wired as the overlay wires them, with nobody to keep or draw. Gives the phases it came through and what it recorded. */
export function walk(guide: LocalizedWalkthrough): { phases: string[]; recorded: string[]; step(): string | undefined } {
  const state = createOverlayState();
  const { signal: lifetime } = new AbortController();
  const context = () => ({ guides: [guide], places: [], app: { id: 'orders', name: 'Orders' } }) as unknown as PageContext;
  const recorded: string[] = [];
  const ask = (async (name: string, body: { what?: string }) => {
    if (name === 'guide' && body.what) recorded.push(body.what);
    return { ok: false, why: 'Nobody is there.', isUnanswered: true };
  }) as unknown as Ask;
  const bodies = createGuideBodies(ask);
  const load: PageHandle['load'] = async (name) => (name === 'acts' ? ({ listen: listenerFor } as never) : undefined);
  const presenter = createWalkthroughPresenter({
    ...{ state, context, ask, bodies, lifetime, isSubframe: false },
    t: createTranslate((key) => key),
    locate: (restart) => seeking.renew(restart),
    onChange: () => undefined,
    onResume: () => undefined,
    load,
  });
  const { player } = presenter;
  const seeking = createGuideLocator({ state, context, bodies, lifetime, player, load, mayReportMissing: () => true });
  const phases: string[] = [];
  state.walk.subscribe((now) => {
    const phase = now && `${now.step.id} ${now.phase}`;
    if (phase && phases.at(-1) !== phase) phases.push(phase);
  });
  watchUrl(window, lifetime, () => {
    player.send({ is: 'arrived' });
    seeking.renew();
  });
  player.start(guide);
  return { phases, recorded, step: () => player.activeWalk()?.step.id };
}

/** What the picker records of a control. */
export const anchorOf = (selector: string) => describe(document.querySelector(selector)!);
