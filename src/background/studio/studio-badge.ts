import type { Action } from 'webextension-polyfill';
import type { StudioSession } from '../storage/schemas.ts';

const RECORDING = { text: '●', colour: '#b3261e' };
const NEWS = { text: '1', colour: '#0b57d0' };

/** What the toolbar button says: that the person records, or that something has become of what they proposed. */
export async function showBadge(
  action: Pick<Action.Static, 'setBadgeText' | 'setBadgeBackgroundColor'>,
  { recording }: Pick<StudioSession, 'recording'>,
  hasNews: boolean,
): Promise<void> {
  const badge = recording ? RECORDING : hasNews ? NEWS : undefined;
  await action.setBadgeText({ text: badge?.text ?? '' });
  if (badge) await action.setBadgeBackgroundColor({ color: badge.colour });
}
