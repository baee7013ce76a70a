import type { Fault } from '../model/fault/fault.ts';

/** `storage.managed`, read as a whole. */
export interface ManagedArea {
  get(keys: null): Promise<Record<string, unknown>>;
}

/** What the admin set, an empty object if nothing is set, or why the browser could not tell. */
export type ManagedAnswer = { ok: true; raw: Record<string, unknown> } | { ok: false; why: Fault };

/**
 * Reads what the admin set. It can take more than a second at the first start. Where nothing is set, Chromium answers `{}` and Firefox
 * throws; neither is a fault.
 */
export async function readManaged(managed: ManagedArea): Promise<ManagedAnswer> {
  try {
    return { ok: true, raw: (await managed.get(null)) ?? {} };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return /manifest not found/i.test(message) ? { ok: true, raw: {} } : { ok: false, why: unreadableFault(message) };
  }
}

const unreadableFault = (message: string): Fault => ({
  path: '',
  reason: `could not be read: the browser says "${message.slice(0, 200)}"`,
  remedy: 'Restart the browser. Until then the policy that was read last applies.',
});
