import { type PageWatchDeps, watchPage } from '../../../../src/friction/page/watch-page.ts';

/** Watches the page as soon as it can be watched, and lets the test pass silence. */
export function watchWhenReady({ onFinding, onJourneyFact }: Pick<PageWatchDeps, 'onFinding' | 'onJourneyFact'>): void {
  let actions = 0;

  function watch(): void {
    const { emit } = watchPage({
      window,
      lifetime: new AbortController().signal,
      onFinding,
      onJourneyFact: (fact) => {
        if (fact.is === 'acted') actions += 1;
        onJourneyFact?.(fact);
      },
    });
    const cairnSilence = (ms: number): number => {
      emit({ is: 'tick', at: performance.timeOrigin + performance.now() + ms });
      return actions;
    };
    Object.assign(globalThis, { cairnSilence });
  }

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', watch, { once: true });
  else watch();
}
