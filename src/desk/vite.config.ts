import { defineConfig } from 'vite';

/** Builds the desk as files for the hub to serve under /desk/. Nothing is inline, because the hub's policy is `script-src 'self'`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../.output/desk',
    emptyOutDir: true,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
