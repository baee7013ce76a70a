import type { Entry } from '../../src/model/entry/entry.ts';
import { feedback, guideEntry, words } from '../ledger/entries.ts';
import { type Install, install } from '../upload/install.ts';
import { type Way, ways } from './faulty-proxy.ts';
import { type HubBehindProxy, hubBehindProxy } from './hub-behind-proxy.ts';

export interface FaultRow {
  fault: string;
  /** Requests that met it. */
  failed: number;
  kept: number;
  feedbackLost: number;
  lost: number;
  /** Rows at the hub beyond one for each entry. */
  twice: number;
  /** Minutes from the end of the fault until the hub had everything. */
  minutes: number;
}

const MINUTE = 60_000;
/** For so long every request meets the fault. */
const OUTAGE = 60 * MINUTE;

/** One outage of an hour for each way to fail, before a real hub: what was lost, what was counted twice, how soon all had arrived. */
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
  const kept = await anHour(at);
  over();
  const end = at.clock.now();
  await at.untilSent(100);
  const atHub = await behind.ids();
  const there = new Set(atHub);
  const lost = kept.filter(({ id }) => !there.has(id));
  return {
    fault,
    failed: behind.counts[fault] - before.failed,
    kept: kept.length,
    feedbackLost: lost.filter(({ kind }) => kind !== 'guide').length,
    lost: lost.length,
    twice: atHub.length - before.rows - (kept.length - lost.length),
    minutes: Math.round((at.clock.now() - end) / MINUTE),
  };
}

/** Guides every minute, feedback with words every ten, and alarms when they are due. */
async function anHour(at: Install): Promise<Entry[]> {
  const kept: Entry[] = [];
  const start = at.clock.now();
  while (at.clock.now() - start < OUTAGE) {
    const said = feedback();
    const entries: Entry[] = kept.length % 12 === 0 ? [said, words(said.id)] : [guideEntry()];
    for (const entry of entries) await at.record(entry);
    kept.push(...entries);
    at.clock.advance(MINUTE);
    if (at.alarms.due !== undefined && at.alarms.due <= at.clock.now()) await at.nextAlarm();
  }
  return kept;
}

/** The table in Markdown, as docs/run/reliability.md shows it. */
export function inMarkdown(rows: readonly FaultRow[]): string {
  const head =
    '| for an hour, every request was | requests | entries kept | feedback lost | lost at all | counted twice | all there after |';
  const line = (row: FaultRow) =>
    `| ${row.fault} | ${row.failed} | ${row.kept} | ${row.feedbackLost} | ${row.lost} | ${row.twice} | ${row.minutes} min |`;
  return [head, '|---|--:|--:|--:|--:|--:|--:|', ...rows.map(line)].join('\n');
}
