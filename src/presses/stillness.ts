/** CSS pixels that a control may move and still be in its place. */
const TOLERANCE_PX = 6;

interface Place {
  left: number;
  top: number;
  name: string;
  since: number;
}

export interface Stillness {
  /** Notes where each of these is now. */
  sample(controls: Iterable<Element>): void;
  /** Since when this control has been in its place, by its name. */
  stillSince(control: Element): number;
}

/** Knows since when controls have not moved under the pointer, and have said the same. */
export function createStillness(now: () => number = () => performance.now()): Stillness {
  const places = new WeakMap<Element, Place>();

  function placeOf(control: Element): Place {
    const { left, top } = control.getBoundingClientRect();
    const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
    const known = places.get(control);
    const isStill =
      known && known.name === name && Math.max(Math.abs(known.left - left), Math.abs(known.top - top)) <= TOLERANCE_PX;
    if (isStill) return known;
    const place = { left, top, name, since: now() };
    places.set(control, place);
    return place;
  }

  return {
    sample: (controls) => {
      for (const control of controls) placeOf(control);
    },
    stillSince: (control) => placeOf(control).since,
  };
}
