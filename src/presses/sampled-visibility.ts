import { createTimer } from '../runtime/lifetime.ts';
import { createSights, type SightSource } from './visibility.ts';

/** Milliseconds between two looks, at the least. */
const INTERVAL_MS = 250;
/** Times as long as a look takes until the next one: looking takes a hundredth of the time at the most. */
const REST = 100;

interface SampledVisibilityDeps {
  lifetime: AbortSignal;
  onChange: () => void;
  isCovered: (element: Element) => boolean;
}

/** For a browser that does not report what people see: looks again and again, so that a page that uncovers us only for the press is found out. */
export function sampleVisibility({ lifetime, onChange, isCovered }: SampledVisibilityDeps): SightSource {
  const { note, sightOf } = createSights(onChange);
  const watched = new Set<Element>();
  const timer = createTimer(lifetime);

  function look(): void {
    const start = performance.now();
    for (const element of watched) {
      if (!element.isConnected) watched.delete(element);
      else if (!document.hidden) note(element, !isCovered(element), start);
    }
    if (watched.size) timer.start(Math.max(INTERVAL_MS, (performance.now() - start) * REST), look);
  }

  return {
    watch(element) {
      watched.add(element);
      look();
    },
    sightOf,
  };
}
