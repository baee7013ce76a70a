import type { Entry } from '../../src/model/entry/entry.ts';
import { feedback, guideEntry, words } from '../ledger/entries.ts';
import { type Install, install } from '../upload/install.ts';
import { type Way, ways } from './faulty-proxy.ts';
import { type HubBehindProxy, hubBehindProxy } from './hub-behind-proxy.ts';

interface FaultRow {
  fault: string;
  /** Number of requests that met it. */
  failed: number;
  recorded: number;
  feedbackLost: number;
  lost: number;
  /** Rows at the hub beyond one for each entry. */
  twice: number;
  /** Minutes from the end of the fault until the hub had everything. */
  minutes: number;
}

const MINUTE = 60_000;
/** Every request meets the fault for this long. */
const OUTAGE_MS = 60 * MINUTE;

/** One outage of an hour for each fault, in front of a real hub: what was lost, what was counted twice, and how soon everything arrived. */
export async function faultTable(): Promise<FaultRow[]> {
  let way: Way | undefined;
  let install: Install | undefined;
  const behind = await hubBehindProxy(() => {
    if (way === 'never answered') setTimeout(() => install?.clock.advance(20_000), 20);
    return way;
  });
  try {
    const rows: FaultRow[] = [];
    for (const fault of ways) {
      install = newInstall(behind);
      way = undefined;
      await install.record(feedback());
      way = fault;
      rows.push(await outage({ fault, behind, at: install, over: () => (way = undefined) }));
    }
    return rows;
  } finally {
    await behind.close();
  }
}

const newInstall = ({ hub }: HubBehindProxy): Install => install({ policyHub: () => hub });

interface Outage {
  fault: Way;
  behind: HubBehindProxy;
  at: Install;
  over: () => void;
}

async function outage({ fault, behind, at, over }: Outage): Promise<FaultRow> {
  const before = { failed: behind.counts[fault], rows: (await behind.ids()).length };
  const recorded = await anHour(at);
  over();
  const end = at.clock.now();
  await at.untilSent(100);
  const atHub = await behind.ids();
  const there = new Set(atHub);
  const lost = recorded.filter(({ id }) => !there.has(id));
  return {
    fault,
    failed: behind.counts[fault] - before.failed,
    recorded: recorded.length,
    feedbackLost: lost.filter(({ kind }) => kind !== 'guide').length,
    lost: lost.length,
    twice: atHub.length - before.rows - (recorded.length - lost.length),
    minutes: Math.round((at.clock.now() - end) / MINUTE),
  };
}

/** Guide entries every minute, feedback with words every ten, and alarms when they are due. */
async function anHour(at: Install): Promise<Entry[]> {
  const recorded: Entry[] = [];
  const start = at.clock.now();
  while (at.clock.now() - start < OUTAGE_MS) {
    const submitted = feedback();
    const entries: Entry[] = recorded.length % 12 === 0 ? [submitted, words(submitted.id)] : [guideEntry()];
    for (const entry of entries) await at.record(entry);
    recorded.push(...entries);
    at.clock.advance(MINUTE);
    if (at.alarms.due !== undefined && at.alarms.due <= at.clock.now()) await at.nextAlarm();
  }
  return recorded;
}

/** The table in Markdown, as docs/run/reliability.md shows it. */
export function inMarkdown(rows: readonly FaultRow[]): string {
  const head =
    '| for an hour, every request was | requests | entries kept | feedback lost | lost at all | counted twice | all there after |';
  const line = (row: FaultRow) =>
    `| ${row.fault} | ${row.failed} | ${row.recorded} | ${row.feedbackLost} | ${row.lost} | ${row.twice} | ${row.minutes} min |`;
  return [head, '|---|--:|--:|--:|--:|--:|--:|', ...rows.map(line)].join('\n');
}
