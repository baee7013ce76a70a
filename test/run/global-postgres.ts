import type { TestProject } from 'vitest/node';
import { startOnce } from './start-once.ts';
import { startPostgres } from './start-postgres.ts';

/** Global setup: one PostgreSQL for all test files of the run; each file makes databases of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { resource, release } = await startOnce(
    'postgres',
    () => startPostgres(),
    (postgres) => postgres.stop(),
  );
  project.provide('postgresUrl', resource.url);
  return release;
}
