import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { terserMinify } from '../setup/terser-minify.ts';

/** Bytes of one bundle as it would ship: minified and compressed. Under another name of the environment packages would give their wordier selves. */
async function shipped(entry: string, external: RegExp[] = []): Promise<number> {
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [terserMinify()],
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

const kilobyte = 1000;
// What the locator shares with the overlay (lifetimes, shadow roots) comes with the overlay, and counts there.
const locator = await shipped('test/size/locator.ts', [/\/runtime\//]);

test('the resident page script: at most 12 kB', async () => {
  expect(await shipped('entrypoints/page.ts')).toBeLessThanOrEqual(12 * kilobyte);
});

test('overlay and player, without the locator: at most 40 kB', async () => {
  expect((await shipped('entrypoints/overlay.ts')) - locator).toBeLessThanOrEqual(40 * kilobyte);
});

test('the locator: at most 9 kB', () => {
  expect(locator).toBeLessThanOrEqual(9 * kilobyte);
});
