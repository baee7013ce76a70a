import { MAX_COUNTED_ITEMS } from '../../../model/hub-api/backlog-limits.ts';
import { plural } from '../../kit/plural.ts';

/** How many items there are: the hub counts no further than to `MAX_COUNTED_ITEMS`. */
export const totalText = (total: number): string =>
  total > MAX_COUNTED_ITEMS ? `more than ${MAX_COUNTED_ITEMS}` : String(total);

interface ShownItems {
  shown: number;
  total: number;
  /** The hub has more than are shown. */
  hasMore: boolean;
}

/** How many items of how many are shown. Past what the hub counts, only that there are more is known. */
export function shownText({ shown, total, hasMore }: ShownItems): string {
  if (shown === 0) return '';
  if (shown < total) return `${shown} of ${totalText(total)} shown`;
  return hasMore ? `${shown} shown, and there are more` : plural(shown, 'item');
}
