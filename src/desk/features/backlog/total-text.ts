import { MAX_COUNTED_ITEMS } from '../../../model/hub-api/backlog-limits.ts';

/** How many items there are: the hub counts no further than to `MAX_COUNTED_ITEMS`. */
export const totalText = (total: number): string =>
  total > MAX_COUNTED_ITEMS ? `more than ${MAX_COUNTED_ITEMS}` : String(total);
