import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { formatList, formatMoment } from './format-time.ts';

/** Names of the apps in which the person muted tips, while tips are not muted everywhere. */
const mutedApps = ({ mute, policy }: ExtensionStatus): string[] =>
  mute.apps.map((app) => policy.apps.find(({ id }) => id === app)?.name ?? app);

/** When tips that are muted everywhere come back: `asked` if the person has to turn them on; undefined if they are not muted so. */
export function muteEnd({ mute }: Pick<ExtensionStatus, 'mute'>, now: number): number | 'asked' | undefined {
  if (mute.until === null || mute.until <= now) return undefined;
  return mute.until === Number.MAX_SAFE_INTEGER ? 'asked' : mute.until;
}

/** Are tips muted in this app; without one, anywhere? */
export const isMuted = (status: ExtensionStatus, now: number, app?: string): boolean =>
  muteEnd(status, now) !== undefined || (app ? status.mute.apps.includes(app) : status.mute.apps.length > 0);

/** Whether tips are muted, where and until when, in a sentence. */
export function muteText(status: ExtensionStatus, t: Translate, now: number): string {
  const end = muteEnd(status, now);
  if (end !== undefined) return end === 'asked' ? t('muteUntilUnmutedNow') : t('muteUntil', formatMoment(end, now));
  const apps = mutedApps(status);
  return apps.length > 0 ? t('muteIn', formatList(apps)) : t('muteIsOff');
}

/** Whether things are recorded, and if not until when, in a sentence. */
export function pauseText({ pause }: ExtensionStatus, t: Translate, now: number): string {
  if (!pause) return t('pauseOff');
  return pause.until === 'asked' ? t('pauseUntilResumed') : t('pauseUntil', formatMoment(pause.until, now));
}
