import { build } from 'vite';

/** One file of the in-page code as a script that sets a global. */
export async function bundle(entry: string, name: string, define: Record<string, string> = {}): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    define,
    build: { write: false, minify: true, target: 'es2024', lib: { entry, formats: ['iife'], name, fileName: name } },
  });
  const output = [made].flat()[0];
  if (!output || !('output' in output)) throw new Error(`${entry} was not built`);
  return `${output.output[0].code};globalThis.${name}=${name};`;
}
