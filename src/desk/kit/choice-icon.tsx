import shapes from '../../../assets/choice-shapes.json';
import type { Choice } from '../../model/entry/entry.ts';

/** One shape per choice, so that nobody has to tell them apart by colour: the same that people choose by. Drawn on a grid of 24. */
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
