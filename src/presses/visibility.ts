import type { Sight } from './judge-press.ts';

/** What is known of whether the person can see elements. */
export interface SightSource {
  watch(element: Element): void;
  sightOf(element: Element): Sight;
}

interface Sights extends Pick<SightSource, 'sightOf'> {
  note(element: Element, isVisible: boolean, time: number): void;
}

/** Remembers since when each element has been visible. `onChange` is called when one becomes visible or hidden. */
export function createSights(onChange: () => void): Sights {
  const sights = new WeakMap<Element, Sight>();
  const onceHidden = new WeakSet<Element>();
  return {
    sightOf: (element) => sights.get(element) ?? { is: 'unknown' },
    note(element, isVisible, time) {
      const is = isVisible ? 'visible' : 'hidden';
      if (!isVisible) onceHidden.add(element);
      if (sights.get(element)?.is === is) return;
      sights.set(element, isVisible ? { is: 'visible', since: time, wasHidden: onceHidden.has(element) } : { is: 'hidden' });
      onChange();
    },
  };
}
