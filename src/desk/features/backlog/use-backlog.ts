import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Announcer } from '../../kit/announcer.ts';
import { startPolling } from '../../kit/polling.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { arrivalsText } from './arrivals.ts';
import { Backlog, type BacklogFilters } from './backlog.ts';
import { totalText } from './total-text.ts';

/** The backlog while its page is shown: polled, filtered by the route, with its changes announced to screen readers. */
export function useBacklog({ hub, signIn, router, tab, announcer }: DeskDeps): { backlog: Backlog; pollNow: () => void } {
  const { choice, app } = router.route.value;
  const backlog = useMemo(
    () => new Backlog({ hub, filters: { choice, app }, now: Date.now, onSignedOut: signIn.expire }),
    [hub, signIn],
  );
  const pollNow = useRef(() => {});

  useEffect(() => {
    const lifetime = new AbortController();
    pollNow.current = startPolling({ poll: () => backlog.poll(), tab, lifetime: lifetime.signal }).pollNow;
    return () => lifetime.abort();
  }, [backlog, tab]);

  useFilters(backlog, { choice, app }, announcer);
  useAnnouncements(backlog, announcer);
  return { backlog, pollNow: () => pollNow.current() };
}

function useFilters(backlog: Backlog, { choice, app }: BacklogFilters, announcer: Announcer): void {
  const applied = useRef({ choice, app });
  useEffect(() => {
    if (choice || app) void backlog.loadApps();
  }, [backlog]);
  useEffect(() => {
    if (applied.current.choice === choice && applied.current.app === app) return;
    applied.current = { choice, app };
    void backlog.filterBy({ choice, app }).then(() => {
      if (backlog.loaded.value) announcer.announce(`${totalText(backlog.total.value)} found`);
    });
  }, [backlog, choice, app]);
}

function useAnnouncements(backlog: Backlog, announcer: Announcer): void {
  const arrived = arrivalsText(backlog.arrivals.value);
  useEffect(() => {
    if (arrived) announcer.announce(`${arrived}. The button above the list shows it.`);
  }, [arrived]);

  const outage = backlog.outage.value?.title;
  const lastOutage = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (outage) announcer.announce(`${outage}. The desk keeps trying.`);
    else if (lastOutage.current) announcer.announce('The hub answers again.');
    lastOutage.current = outage;
  }, [outage]);
}
