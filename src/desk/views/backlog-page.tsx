import { useEffect, useRef } from 'preact/hooks';
import { arrivalsText } from '../arrivals.ts';
import type { DeskNeeds } from '../desk-needs.ts';
import { useBacklog } from '../use-backlog.ts';
import { BacklogList } from './backlog-list.tsx';
import { rowId } from './backlog-row.tsx';
import { Detail } from './detail.tsx';
import { EmptyBacklog } from './empty-backlog.tsx';
import { Filters } from './filters.tsx';
import { Refusal } from './refusal.tsx';
import { Silence } from './silence.tsx';
import { StatusLine } from './status-line.tsx';

/** The focus-session backlog: filters, list, and the piece being read. */
export function BacklogPage(desk: DeskNeeds) {
  const { backlog, lookNow } = useBacklog(desk);
  const { place, clock, locale } = desk;
  const here = place.here.value;
  const items = backlog.items.value;
  const seen = { place, now: clock.value, locale };
  useTitle(arrivalsText(backlog.arrivals.value));
  useReturnOfFocus(here.item);

  return (
    <>
      <h1>Focus-session backlog</h1>
      <Filters place={place} apps={backlog.apps.value} />
      <div class="backlog" data-open={here.item !== undefined}>
        <section class="backlog-list" aria-label="Backlog" aria-busy={backlog.busy.value}>
          <StatusLine backlog={backlog} />
          {backlog.refusal.value && <Refusal trouble={backlog.refusal.value} />}
          {items.length > 0 && <BacklogList items={items} {...seen} />}
          {backlog.loaded.value && items.length === 0 && <EmptyBacklog filtered={Boolean(here.choice || here.app)} />}
          {backlog.loaded.value && backlog.next.value !== null && (
            <button type="button" class="button older" onClick={() => backlog.older()}>
              Load older feedback
            </button>
          )}
        </section>
        {(items.length > 0 || here.item) && <Detail items={items} {...seen} />}
      </div>
      {backlog.silence.value && (
        <Silence trouble={backlog.silence.value} answeredAt={backlog.answeredAt.value} locale={locale} onTry={lookNow} />
      )}
    </>
  );
}

function useTitle(arrived: string): void {
  useEffect(() => {
    document.title = `${arrived ? `${arrived} · ` : ''}Backlog · Cairn desk`;
    return () => {
      document.title = 'Cairn desk';
    };
  }, [arrived]);
}

/** When a piece is closed, the focus goes back to its row, unless it has gone elsewhere by the person's own doing. */
function useReturnOfFocus(open: string | undefined): void {
  const before = useRef(open);
  useEffect(() => {
    if (!open && before.current && document.activeElement === document.body)
      document.getElementById(rowId(before.current))?.focus();
    before.current = open;
  }, [open]);
}
