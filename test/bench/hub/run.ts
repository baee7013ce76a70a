import { writeFileSync } from 'node:fs';
import { bars } from './bars.ts';
import { type GrowthRow, measureGrowth } from './growth.ts';
import { type IntakeRow, measureIntake } from './intake.ts';
import { type SoakRow, soak } from './soak.ts';
import { type BenchStore, newFolderStore, newPostgresStore, startDurablePostgres } from './stores.ts';

interface Options {
  json: string | undefined;
  /** Which parts: `intake`, `growth`, `soak`. */
  only: string | undefined;
  /** Minutes of the soak. */
  minutes: string | undefined;
  /** Numbers of entries for growth. */
  sizes: string | undefined;
}

const DEFAULT_SIZES = '10000,100000,1000000';
const DEFAULT_SOAK_MINUTES = 0.5;

/** The hub's intake beside the store's own batch insert, its cost as the store grows, and its memory under load. */
export async function benchHub({ json, only, minutes, sizes }: Options): Promise<void> {
  const wanted = new RegExp(only ?? '');
  const postgres = await startDurablePostgres();
  const newStores: (() => Promise<BenchStore>)[] = [async () => newFolderStore(), () => newPostgresStore(postgres)];
  try {
    const rows = wanted.test('intake') ? await intakeRows(newStores) : [];
    const counts = (sizes ?? DEFAULT_SIZES).split(',').map(Number);
    const growth = wanted.test('growth') ? await growthRows(newStores, counts) : [];
    const seconds = 60 * Number(minutes ?? DEFAULT_SOAK_MINUTES);
    const soaks = wanted.test('soak') ? await onEach(newStores, async (store) => [await soak(store, seconds)]) : [];
    print(rows, growth, soaks);
    if (json) writeFileSync(json, JSON.stringify({ rows, growth, soak: soaks }, null, 2));
  } finally {
    await postgres.stop();
  }
}

function intakeRows(newStores: readonly (() => Promise<BenchStore>)[]): Promise<IntakeRow[]> {
  return onEach(newStores, (store) => {
    const cases = [500, 50, 1].map((batch) => ({ hubs: 1, batch }));
    if (store.name === 'PostgreSQL') cases.push({ hubs: 2, batch: 500 });
    return measureAll(cases, (one) => measureIntake(store, one));
  });
}

function growthRows(newStores: readonly (() => Promise<BenchStore>)[], counts: readonly number[]): Promise<GrowthRow[]> {
  return onEach(newStores, (store) => measureAll(counts, (entries) => measureGrowth(store, entries)));
}

/** One case after the other; each row is printed as soon as it is there. */
async function measureAll<C, R>(cases: readonly C[], measure: (one: C) => Promise<R>): Promise<R[]> {
  const rows: R[] = [];
  for (const one of cases) {
    const row = await measure(one);
    console.log(JSON.stringify(row));
    rows.push(row);
  }
  return rows;
}

/** One store after the other, each removed before the next is made: a filled one takes a gigabyte. */
async function onEach<T>(
  newStores: readonly (() => Promise<BenchStore>)[],
  measure: (store: BenchStore) => Promise<T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (const newStore of newStores) {
    const store = await newStore();
    try {
      rows.push(...(await measure(store)));
    } finally {
      store.remove();
    }
  }
  return rows;
}

function print(rows: readonly IntakeRow[], growth: readonly GrowthRow[], soaks: readonly SoakRow[]): void {
  if (rows.length > 0) {
    console.log('Intake through hubs, relative to what the store itself takes in batches of the same size:');
    console.log(
      bars(rows.map((row) => ({ label: `${row.store}, ${row.hubs} hub(s), batches of ${row.batch}`, value: row.ratio }))),
    );
    console.table(rows.map(rounded));
  }
  if (growth.length > 0) {
    console.log('Milliseconds as the store grows; the bars are a desk that polls:');
    console.log(bars(growth.map((row) => ({ label: `${row.store}, ${row.entries} entries`, value: row.poll }))));
    console.table(growth.map(rounded));
  }
  for (const { store, seconds, entries, memory } of soaks)
    console.log(`${store}: ${entries} entries in ${seconds} s, memory of the hub in MB: ${memory.join(' ')}`);
}

const rounded = <T extends object>(row: T) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toFixed(2)) : value]),
  );
