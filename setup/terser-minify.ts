import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Minifies content scripts a second time, after the bundler's own minifier: they become 2 % smaller. */
export const terserMinify = (): Plugin => ({
  name: 'minify-again',
  apply: 'build',
  async generateBundle({ format }, bundle) {
    if (format !== 'iife') return;
    for (const part of Object.values(bundle))
      if (part.type === 'chunk') {
        const { code } = await minify(part.code, { ecma: 2020, compress: { passes: 6 }, format: { ascii_only: true } });
        part.code = code ?? part.code;
      }
  },
});
