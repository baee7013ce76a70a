import { arrivalsText } from './arrivals.ts';
import type { Backlog } from './backlog.ts';
import { rowId } from './backlog-row.tsx';

/** How much is shown and what has arrived since. It always takes its room, so that an arrival moves nothing. */
export function StatusLine({ backlog }: { backlog: Backlog }) {
  const arrived = arrivalsText(backlog.arrivals.value);
  const show = async () => {
    const newest = await backlog.showArrivals();
    // The button is gone with its reason: the focus goes to what it showed, once that is drawn.
    requestAnimationFrame(() => newest && document.getElementById(rowId(newest.id))?.focus());
  };
  return (
    <div class="status-line">
      <p class="quiet">{shownText(backlog)}</p>
      {arrived && (
        <button type="button" class="button button-strong" onClick={show}>
          {arrived} — show
        </button>
      )}
    </div>
  );
}

function shownText({ loaded, busy, items, total }: Backlog): string {
  if (!loaded.value) return busy.value ? 'Loading…' : 'Not loaded yet';
  const count = items.value.length;
  if (count === 0) return '';
  return count < total.value ? `${count} of ${total.value} shown` : `${count} in all`;
}
