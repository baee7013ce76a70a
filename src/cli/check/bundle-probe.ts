import { join } from 'node:path';
import { UsageError } from '../command.ts';

const ENTRY = join(import.meta.dirname, '../../probe/start-probe.ts');

/** The probe as one script: the sources of the locator and the player, as the extension is built from them. Takes a second. */
export async function bundleProbe(): Promise<string> {
  const { build } = await import('vite').catch(() => {
    throw new UsageError('The package "vite" is missing. Install the development packages of the project: npm ci');
  });
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '../../..'),
    publicDir: false,
    build: { write: false, minify: false, target: 'es2024', lib: { entry: ENTRY, formats: ['iife'], name: 'cairnProbeScript' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('the probe was not built');
  return chunk.code;
}
