import { arrivalsText } from './arrivals.ts';
import type { Backlog } from './backlog.ts';
import { rowId } from './backlog-row.tsx';
import { shownText } from './total-text.ts';

/** How many items are shown, and a button for those that arrived since. Its height is fixed, so that an arrival moves nothing. */
export function StatusLine({ backlog }: { backlog: Backlog }) {
  const arrived = arrivalsText(backlog.arrivals.value);
  const show = async () => {
    const newest = await backlog.showArrivals();
    // The button disappears, so the focus moves to the newest item once that is rendered.
    requestAnimationFrame(() => newest && document.getElementById(rowId(newest.id))?.focus());
  };
  return (
    <div class="status-line">
      <p class="quiet">{statusText(backlog)}</p>
      {arrived && (
        <button type="button" class="button button-strong" onClick={show}>
          {arrived} — show
        </button>
      )}
    </div>
  );
}

function statusText({ loaded, busy, items, total, next }: Backlog): string {
  if (!loaded.value) return busy.value ? 'Loading…' : 'Not loaded yet';
  return shownText({ shown: items.value.length, total: total.value, hasMore: next.value !== null });
}
