import { useEffect, useRef } from 'preact/hooks';
import { OutageBar } from '../../kit/outage-bar.tsx';
import { Refusal } from '../../kit/refusal.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { arrivalsText } from './arrivals.ts';
import { BacklogList } from './backlog-list.tsx';
import { rowId } from './backlog-row.tsx';
import { Detail } from './detail.tsx';
import { EmptyBacklog } from './empty-backlog.tsx';
import { Filters } from './filters.tsx';
import { StatusLine } from './status-line.tsx';
import { useBacklog } from './use-backlog.ts';

/** The focus-session backlog: filters, list and the open item. */
export function BacklogPage(desk: DeskDeps) {
  const { backlog, pollNow } = useBacklog(desk);
  const { router, clock, locale } = desk;
  const here = router.route.value;
  const items = backlog.items.value;
  const shared = { router, now: clock.value, locale };
  useTitle(arrivalsText(backlog.arrivals.value));
  useReturnOfFocus(here.item);

  return (
    <>
      <div class="backlog-head" data-open={here.item !== undefined}>
        <h1>Focus-session backlog</h1>
        <Filters router={router} apps={backlog.apps.value} />
        <StatusLine backlog={backlog} />
      </div>
      <div class="backlog" data-open={here.item !== undefined}>
        <section class="backlog-list" aria-label="Backlog" aria-busy={backlog.busy.value}>
          {backlog.refusal.value && <Refusal failure={backlog.refusal.value} />}
          {items.length > 0 && <BacklogList items={items} {...shared} />}
          {backlog.loaded.value && items.length === 0 && <EmptyBacklog filtered={Boolean(here.choice || here.app)} />}
          {backlog.loaded.value && backlog.next.value !== null && (
            <button type="button" class="button older" onClick={() => backlog.loadOlder()}>
              Load older feedback
            </button>
          )}
        </section>
        {(items.length > 0 || here.item) && <Detail items={items} {...shared} />}
      </div>
      {backlog.outage.value && (
        <OutageBar failure={backlog.outage.value} answeredAt={backlog.answeredAt.value} locale={locale} onRetry={pollNow} />
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

/** When an item is closed, the focus returns to its row, unless the person has moved it elsewhere. */
function useReturnOfFocus(open: string | undefined): void {
  const before = useRef(open);
  useEffect(() => {
    if (!open && before.current && document.activeElement === document.body)
      document.getElementById(rowId(before.current))?.focus();
    before.current = open;
  }, [open]);
}
