import { observe } from '../runtime/lifetime.ts';
import { createSights, type SightSource } from './visibility.ts';

/** Milliseconds between two reports; the standard allows no fewer. */
const REPORT_DELAY_MS = 100;

/** Second version of the standard, which only Chromium has. https://w3c.github.io/IntersectionObserver/v2/ */
type VisibilityEntry = IntersectionObserverEntry & { isVisible: boolean };
type VisibilityInit = IntersectionObserverInit & { trackVisibility: true; delay: number };

/**
 * The browser itself reports whether an element is drawn as it is, with nothing above it and no effect on it, also through the frames that it
 * is in. It knows what lets presses pass through, and what is in closed shadow roots.
 *
 * @param isExcused whether a part that the browser reports as hidden is hidden by nothing but us
 */
export function observeVisibility(
  lifetime: AbortSignal,
  onChange: () => void,
  isExcused: (element: Element) => boolean = () => false,
): SightSource {
  const { note, sightOf } = createSights(onChange);
  const excused = new WeakSet<Element>();
  /** Those of which a new report is on its way. */
  const unknown = new WeakSet<Element>();
  const onReports = (reports: IntersectionObserverEntry[]) => {
    for (const { target, isVisible, time } of reports as VisibilityEntry[]) {
      const isExcusable = !isVisible && isExcused(target);
      if (isExcusable) excused.add(target);
      else excused.delete(target);
      unknown.delete(target);
      note(target, isVisible || isExcusable, time);
    }
  };
  const options: VisibilityInit = { trackVisibility: true, delay: REPORT_DELAY_MS, threshold: [0, 0.5, 1] };
  const observer = observe(IntersectionObserver, onReports, lifetime, undefined, options);
  return {
    watch: (element) => observer.observe(element),
    sightOf(element) {
      // While it stays hidden, there is no further report of why; so it is asked for when we no longer are the reason.
      if (excused.has(element) && !isExcused(element)) {
        excused.delete(element);
        unknown.add(element);
        observer.unobserve(element);
        observer.observe(element);
      }
      return unknown.has(element) ? { is: 'unknown' } : sightOf(element);
    },
  };
}
