import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { takeFromOverlay } from '../setup/take-from-overlay.ts';
import { terserMinify } from '../setup/terser-minify.ts';

/** Bytes of one bundle as it is shipped, minified and compressed. In another environment than production packages bring their development code. */
async function shipped(entry: string, external: RegExp[] = []): Promise<number> {
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [takeFromOverlay(), terserMinify()],
    root: new URL('..', import.meta.url).pathname,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.FIREFOX': 'false' },
    build: {
      write: false,
      target: 'es2024',
      cssTarget: 'chrome137',
      minify: true,
      // What is shipped exports nothing, and does not say of which kind its exports are.
      rolldownOptions: { external, output: { generatedCode: { symbols: false } } },
      lib: { entry, formats: ['iife'], name: 'bundle', fileName: 'bundle' },
    },
  });
  const [one] = [built].flat();
  if (!one || !('output' in one)) throw new Error(`Nothing was built from ${entry}`);
  return gzipSync(one.output.map((part) => ('code' in part ? part.code : '')).join('')).length;
}

const KILOBYTE = 1000;
// What the locator shares with the overlay (lifetimes, shadow roots) comes with the overlay, and counts there.
const locator = await shipped('test/size/locator.ts', [/\/(runtime|dom)\//]);

test('the resident page script has at most 16 kB', async () => {
  expect(await shipped('entrypoints/page.ts')).toBeLessThanOrEqual(16 * KILOBYTE);
});

test('the overlay with the player, without the locator, has at most 48 kB', async () => {
  expect((await shipped('entrypoints/overlay.ts')) - locator).toBeLessThanOrEqual(48 * KILOBYTE);
});

test('the locator has at most 14 kB', () => {
  expect(locator).toBeLessThanOrEqual(14 * KILOBYTE);
});

test('the script that names controls has at most 8 kB', async () => {
  expect(await shipped('entrypoints/naming.ts')).toBeLessThanOrEqual(8 * KILOBYTE);
});

test('the script that detects friction has at most 18 kB', async () => {
  expect(await shipped('entrypoints/friction.ts')).toBeLessThanOrEqual(18 * KILOBYTE);
});

test('the script with notices, questions, replies and checklists has at most 12 kB beside the overlay', async () => {
  expect(await shipped('entrypoints/page-content.ts')).toBeLessThanOrEqual(12 * KILOBYTE);
});

test('the script that shows walkthroughs and does their steps has at most 6 kB beside the overlay', async () => {
  expect(await shipped('entrypoints/page-modes.ts')).toBeLessThanOrEqual(6 * KILOBYTE);
});

test('the script that hears what completes a step other than a click has at most 8 kB beside the overlay', async () => {
  expect(await shipped('entrypoints/page-acts.ts')).toBeLessThanOrEqual(8 * KILOBYTE);
});

test('the script with the feedback panel has at most 5 kB beside the overlay', async () => {
  expect(await shipped('entrypoints/page-panel.ts')).toBeLessThanOrEqual(5 * KILOBYTE);
});

test('the script that records and picks has at most 32 kB', async () => {
  expect(await shipped('entrypoints/studio.ts')).toBeLessThanOrEqual(32 * KILOBYTE);
});
