import type { Choice } from '../../model/entry/entry.ts';

/** One shape per choice, so that nobody has to tell them apart by colour. Drawn on a grid of 24. */
const shapes: Record<Choice, string> = {
  // An hourglass.
  slowed: 'M7 3h10M7 21h10M8 3v3.5c0 2 4 3.8 4 5.5s-4 3.5-4 5.5V21M16 3v3.5c0 2-4 3.8-4 5.5s4 3.5 4 5.5V21',
  // A question mark in a ring.
  confused: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.25c-.7.4-1.1.9-1.1 1.75M12 16.7v.1',
  // A dashed box with a plus.
  missing:
    'M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M16 4h2.5A1.5 1.5 0 0 1 20 5.5V8M20 16v2.5a1.5 1.5 0 0 1-1.5 1.5H16M8 20H5.5A1.5 1.5 0 0 1 4 18.5V16M12 8.5v7M8.5 12h7',
  // A bulb.
  idea: 'M9.5 17h5M10 20.5h4M9.5 17c0-2-3-3.5-3-7a5.5 5.5 0 1 1 11 0c0 3.5-3 5-3 7',
  // A tick in a ring.
  works: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12.3l2.8 2.7L16 9.5',
};

export function ChoiceIcon({ choice }: { choice: Choice }) {
  return (
    <svg class="choice-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d={shapes[choice]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
