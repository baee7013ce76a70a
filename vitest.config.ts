import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;
const POSTGRES = 'test/run/global-postgres.ts';
const CHROMIUM = 'test/run/global-chromium.ts';

export default defineConfig({
  test: {
    allowOnly: false,
    expect: { poll: { timeout: MINUTE / 4 } }, // a busy machine takes longer than the default of one second
    maxWorkers: 2, // browsers and stores work beside each test file: more files at once only slow each other down on two cores
    projects: [
      {
        extends: true,
        test: {
          name: 'unit', // in Node alone, no browser
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.{browser,journey,app}.test.ts'],
          globalSetup: [POSTGRES],
          testTimeout: MINUTE / 2,
          hookTimeout: MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser', // parts of the product in a real page
          include: ['test/**/*.browser.test.ts'],
          globalSetup: [CHROMIUM],
          testTimeout: MINUTE / 2,
          hookTimeout: MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys', // the built extension in browsers of its own, with a managed policy
          include: ['test/journeys/**/*.journey.test.ts'],
          globalSetup: [POSTGRES],
          testTimeout: 3 * MINUTE, // a first page load of a business app takes up to 20 s on a busy machine, and a journey has several
          hookTimeout: 3 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'apps', // real business apps: `npm run test:apps` installs and starts them, and then runs this
          include: ['test/apps/**/*.app.test.ts'],
          fileParallelism: false,
          testTimeout: 3 * MINUTE,
          hookTimeout: 3 * MINUTE,
        },
      },
    ],
  },
});
