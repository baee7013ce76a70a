import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Scripts that are injected after the overlay script. */
const LATER_SCRIPTS = /\bentrypoints\/page-(content|panel|modes|acts)\.ts/;
/** What they take from it; but for small modules of which the overlay itself needs little. */
const SHARED_MODULES =
  /^(preact\/(hooks|jsx-runtime)|@preact\/signals|src\/(dom|locator|runtime|overlay\/(host|placement|ui))\/(?!control-text|candidate-positions|geometry|cairn-logo).+)$/;
const root = join(import.meta.dirname, '..');

/** Lets a script use the modules of the overlay script (`src/page/presenter/shared-modules.ts`) instead of bringing a second copy of them. */
export function takeFromOverlay(): Plugin {
  let isLater = false;
  return {
    name: 'take-from-overlay',
    apply: 'build',
    enforce: 'pre',
    config({ build }) {
      isLater = build?.lib ? LATER_SCRIPTS.test(JSON.stringify(build.lib.entry)) : false;
      const globals = (id: string) => `cairnModules[${JSON.stringify(id)}]`;
      return isLater ? { build: { rolldownOptions: { output: { globals } } } } : undefined;
    },
    resolveId(source, importer) {
      if (!isLater || !importer) return undefined;
      const id = source.startsWith('.') ? relative(root, join(dirname(importer), source)) : source;
      return SHARED_MODULES.test(id) ? { id, external: true } : undefined;
    },
  };
}
