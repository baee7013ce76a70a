import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: 2, // unit tests drive browsers and stores of their own: more at once only slows each other on two cores
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', 'test/apps/**'],
          testTimeout: MINUTE / 2,
          hookTimeout: MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
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
