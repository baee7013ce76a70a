import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumOptions } from './launch-chromium.ts';
import { startOnce } from './start-once.ts';

/** Global setup: one Chromium for all test files of the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { resource, release } = await startOnce(
    'chromium',
    () => chromium.launchServer(chromiumOptions()),
    (server) => server.close(),
  );
  project.provide('chromiumEndpoint', resource.wsEndpoint());
  return release;
}
