import { writeFileSync } from 'node:fs';
import { launchChromium } from '../../run/launch-chromium.ts';
import { actsAtSites } from './acts-at-sites.ts';
import { handlerCosts } from './handler-cost.ts';
import { judgeSteps, type RecordedStep } from './judge-steps.ts';
import { sampleOpener } from './open-sample.ts';
import { prepareCairn } from './record-with-cairn.ts';
import { recordWithPlaywright } from './record-with-playwright.ts';
import type { OpenSample, Recording } from './recording.ts';
import type { SampleAct } from './sample-act.ts';

interface Row {
  recorder: string;
  acts: number;
  right: number;
  wrongTarget: number;
  missing: number;
  extra: number;
  valuesKept: number;
}

/** The row of a recorder in one group of acts. */
interface GroupRow extends Row {
  group: string;
  /** The recorder was built with these acts; otherwise it met them here first. */
  isBuiltWith: boolean;
}

interface Options {
  json: string | undefined;
  /** Part of the names of acts, or the name of a group. */
  only: string | undefined;
  /** Names of apps that may be started, with commas, or "none"; all unless told. */
  apps: string | undefined;
  /** Names of recorders, with commas; both unless told. */
  methods: string | undefined;
}

/** Acts with real input, in groups; our recorder and Playwright's in the same run. */
export async function benchRecord({ json, only, apps, methods }: Options): Promise<void> {
  const isWanted = (act: SampleAct, group: { name: string }) => !only || act.name.includes(only) || group.name === only;
  const browser = await launchChromium();
  const groups: GroupRow[] = [];
  const cost = [];
  try {
    if (!only) cost.push(...(await handlerCosts(browser)));
    for await (const { group, samples, site } of actsAtSites({ isWanted, apps: apps?.split(','), browser })) {
      const recorders = await recordersIn(sampleOpener(browser, site));
      for (const [recorder, record] of recorders.filter(([name]) => !methods || methods.split(',').includes(name)))
        groups.push({ group: group.name, isBuiltWith: group.isBuiltWith, ...(await measure(recorder, samples, record)) });
    }
  } finally {
    await browser.close();
  }
  const rows = totals(groups);
  console.table(groups);
  console.table(rows);
  console.table(cost);
  if (json) writeFileSync(json, `${JSON.stringify({ rows, groups, cost }, null, 1)}\n`);
}

type RecordSample = (sample: SampleAct) => Promise<Recording | undefined>;

const recordersIn = async (open: OpenSample): Promise<[name: string, record: RecordSample][]> => [
  ['cairn', await prepareCairn(open)],
  ['playwright', (sample) => recordWithPlaywright(open, sample)],
];

/** One row for each recorder, over all groups. */
function totals(groups: readonly GroupRow[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { group: _, isBuiltWith: __, ...row } of groups) {
    const before = rows.get(row.recorder);
    const sum = (key: Exclude<keyof Row, 'recorder'>) => (before?.[key] ?? 0) + row[key];
    rows.set(row.recorder, {
      ...{ recorder: row.recorder, acts: sum('acts'), right: sum('right'), wrongTarget: sum('wrongTarget') },
      ...{ missing: sum('missing'), extra: sum('extra'), valuesKept: sum('valuesKept') },
    });
  }
  return [...rows.values()];
}

async function measure(recorder: string, samples: readonly SampleAct[], record: RecordSample): Promise<Row> {
  const row: Row = { recorder, acts: samples.length, right: 0, wrongTarget: 0, missing: 0, extra: 0, valuesKept: 0 };
  for (const sample of samples) {
    const recording = await record(sample);
    if (!recording) {
      console.log(`${recorder}: not available in the installed version`);
      return { ...row, acts: 0 };
    }
    const { right, ...counts } = judgeSteps(sample.steps, recording.steps.map(withIdsOf(sample)));
    const kept = sample.values.filter((value) => recording.stored.includes(value) || recording.reported.includes(value));
    row.right += Number(right && !kept.length);
    row.wrongTarget += counts.wrongTarget;
    row.missing += counts.missing;
    row.extra += counts.extra;
    row.valuesKept += Number(kept.length > 0);
    if (!right || kept.length)
      console.log(
        `${recorder}: ${sample.name}: ${JSON.stringify({ ...counts, kept, steps: recording.steps, missed: recording.missed })}`,
      );
  }
  return row;
}

/** Ids as the truth has them. */
const withIdsOf =
  ({ idOf = (id) => id }: SampleAct) =>
  (step: RecordedStep): RecordedStep => ({ ...step, found: step.found?.map(idOf), foundTo: step.foundTo?.map(idOf) });
