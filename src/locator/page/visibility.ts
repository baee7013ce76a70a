import { type Visibility, visibilityOf as visibilityOfBoxes } from '../../dom/visibility.ts';
import { isOperatedField, roleOf } from './role.ts';

const BEST_FIRST: readonly Visibility[] = ['shown', 'aside', 'hidden'];
/** Fields and switches are often transparent, themselves or with so many boxes around them, over the drawing that people see. */
const MAX_OWN_BOXES = 3;

/** Whether people see a control, as far as styles, places and attributes tell. Asking makes the browser lay out the page. */
export const visibilityOf = (control: Element): Visibility =>
  visibilityOfBoxes(control, isOperatedField(roleOf(control)) ? MAX_OWN_BOXES : 0);

/** Of several copies of one control, those that people see best. */
export function mostVisible<C extends { element: Element }>(copies: readonly C[]): { best: C[]; visibility: Visibility } {
  const levels = copies.map(({ element }) => visibilityOf(element));
  const visibility = BEST_FIRST.find((level) => levels.includes(level)) ?? 'hidden';
  return { visibility, best: copies.filter((_, i) => levels[i] === visibility) };
}
