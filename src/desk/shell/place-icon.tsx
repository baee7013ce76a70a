import { LineIcon } from '../kit/line-icon.tsx';
import type { View } from './router.ts';

/** One shape per place, on a grid of 24. */
const SHAPES: Record<View, string> = {
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1.5 3h3L15 13h5',
  answers: 'M5 20v-7M12 20V4M19 20v-11',
  proposals: 'M12 4v12M7 9l5-5 5 5M5 20h14',
  guides: 'M5 5h6a2 2 0 0 1 1 2v13a2 2 0 0 0-1-1H5zM19 5h-6a2 2 0 0 0-1 2v13a2 2 0 0 1 1-1h6z',
  packs: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c1-4 4-5 7-5s6 1 7 5',
  admin: 'M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6z',
};

/** The icon of a place. Its title stands beside it, or is its name where there is room for the icon alone. */
export const PlaceIcon = ({ view }: { view: View }) => <LineIcon class="place-icon" shape={SHAPES[view]} />;
