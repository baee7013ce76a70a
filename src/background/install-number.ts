import { sharePosition } from '../targeting/share.ts';
import type { StoredItems } from './storage/open-storage.ts';

/** The random number that shares are drawn with. It stays on this device, which draws it when it is first asked for. */
export const readInstallNumber = async ({ installNumber }: Pick<StoredItems, 'installNumber'>): Promise<string> =>
  (await installNumber.get()) || installNumber.update((drawn) => drawn || crypto.randomUUID());

/**
 * The place of an install from 0 to 99 in the roll-out of a version: always the same, so that a wider share never takes the version away,
 * and another one for each version, so that no install is always the first.
 */
export const releaseBucket = (install: string, pack: string, version: number): number =>
  Math.floor(sharePosition(install, `${pack} ${version}`));
