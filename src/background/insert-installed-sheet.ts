import type { Browser } from 'webextension-polyfill';
import { INSTALLED_SHEET } from '../runtime/installed-mark.ts';

/** In Firefox, what is drawn is to be seen only while this sheet is there. */
export async function insertInstalledSheet(
  scripting: Pick<Browser['scripting'], 'insertCSS'>,
  target: { tabId: number; frameIds: number[] },
): Promise<void> {
  if (import.meta.env.FIREFOX) await scripting.insertCSS({ target, css: INSTALLED_SHEET, origin: 'USER' });
}
