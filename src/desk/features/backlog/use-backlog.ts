import { useEffect, useMemo, useRef } from 'preact/hooks';
import { startPolling } from '../../kit/polling.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { arrivalsText } from './arrivals.ts';
import { Backlog } from './backlog.ts';

/** The backlog for as long as its page is shown: watched, filtered as the address says, and its changes told to screen readers. */
export function useBacklog({ hub, signIn, router, tab, announcer }: DeskDeps): { backlog: Backlog; pollNow: () => void } {
  const { choice, app } = router.route.value;
  const backlog = useMemo(
    () => new Backlog({ hub, filters: { choice, app }, now: Date.now, onSignedOut: signIn.expire }),
    [hub, signIn],
  );
  const lookNow = useRef(() => {});

  useEffect(() => {
    const life = new AbortController();
    lookNow.current = startPolling({ poll: () => backlog.poll(), tab, lifetime: life.signal }).pollNow;
    return () => life.abort();
  }, [backlog, tab]);

  const seen = useRef({ choice, app });
  useEffect(() => {
    if (choice || app) void backlog.loadApps();
  }, [backlog]);
  useEffect(() => {
    if (seen.current.choice === choice && seen.current.app === app) return;
    seen.current = { choice, app };
    void backlog.filterBy({ choice, app }).then(() => {
      if (backlog.loaded.value) announcer.announce(`${backlog.total.value} found`);
    });
  }, [backlog, choice, app]);

  const arrived = arrivalsText(backlog.arrivals.value);
  useEffect(() => {
    if (arrived) announcer.announce(`${arrived}. The button above the list shows it.`);
  }, [arrived]);

  const silent = backlog.outage.value?.title;
  const wasSilent = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (silent) announcer.announce(`${silent}. The desk keeps trying.`);
    else if (wasSilent.current) announcer.announce('The hub answers again.');
    wasSilent.current = silent;
  }, [silent]);

  return { backlog, pollNow: () => lookNow.current() };
}
