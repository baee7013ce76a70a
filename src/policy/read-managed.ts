import type { Storage } from 'webextension-polyfill';
import type { Fault } from '../model/fault/fault.ts';

export type ManagedArea = Pick<Storage.StorageArea, 'get'>;

/** What the browser answered: what the admin set, that nothing is set, or why it could not say. */
export type ManagedAnswer = { ok: true; raw: Record<string, unknown> } | { ok: false; why: Fault };

/**
 * Asks the browser what the admin set. It can take more than a second at first start. Chromium answers `{}` where nothing is set;
 * Firefox throws then, and that is no fault either.
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
