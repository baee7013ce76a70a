import shapes from '../../../assets/choice-shapes.json';
import type { Choice } from '../../model/entry/entry.ts';
import { LineIcon } from './line-icon.tsx';

/** One shape per choice, so that nobody has to tell them apart by colour: the same that people choose by. */
export const ChoiceIcon = ({ choice }: { choice: Choice }) => <LineIcon class="choice-icon" shape={shapes[choice]} />;
