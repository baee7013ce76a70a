import { join } from 'node:path';
import { build } from 'vite';

export type OwnLedger = typeof import('./own-ledger.ts');
declare global {
  var ownLedger: OwnLedger;
}

/** The ledger's own code as one script that leaves itself in `ownLedger`. */
export async function bundleLedger(): Promise<string> {
  const entry = join(import.meta.dirname, 'own-ledger.ts');
  const lib = { entry, formats: ['iife' as const], name: 'ownLedger', fileName: 'ownLedger' };
  const options = { write: false, target: 'es2024', lib };
  const output = [await build({ configFile: false, logLevel: 'error', publicDir: false, build: options })].flat()[0];
  if (!output || !('output' in output)) throw new Error('The ledger was not built for the page');
  return `${output.output[0].code};globalThis.ownLedger = ownLedger;`;
}
