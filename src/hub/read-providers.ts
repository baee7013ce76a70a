import { readFile } from 'node:fs/promises';
import { type Fault, formatPath } from '../model/fault/fault.ts';
import { type ProviderSettings, providersFile } from './auth/provider/provider-settings.ts';

export type ReadProvidersResult = { ok: true; providers: ProviderSettings[] } | { ok: false; faults: Fault[] };

const VARIABLE = 'CAIRN_PROVIDERS_FILE';
const remedy = 'See docs/run/sign-in.md for what the file holds.';

/** Reads the identity providers from their file. None without a file. */
export async function readProviders(path: string | undefined): Promise<ReadProvidersResult> {
  if (path === undefined) return { ok: true, providers: [] };
  let written: unknown;
  try {
    written = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code ? `the file cannot be read (${code})` : 'the file is not JSON';
    return { ok: false, faults: [{ path: VARIABLE, reason, remedy }] };
  }
  const parsed = providersFile.safeParse(written);
  if (parsed.success) return { ok: true, providers: parsed.data };
  const faults = parsed.error.issues.map((issue) => ({
    path: [VARIABLE, formatPath(issue.path)].filter(Boolean).join(' '),
    reason: issue.message,
    remedy,
  }));
  return { ok: false, faults };
}
