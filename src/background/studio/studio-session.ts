import type { StudioMode } from '../../messaging/studio-messages.ts';
import type { StoredItem } from '../../runtime/stored-item.ts';
import type { StudioSession } from '../storage/schemas.ts';

/** What the studio is doing now. It outlives the worker and ends with the browser. */
export type StudioSessionItem = StoredItem<StudioSession>;

/** What the studio's script is to do in a frame of that app and tab. Pointing at a control comes before recording. */
export function modeIn({ recording, picking }: StudioSession, { app, tab }: { app: string; tab: number }): StudioMode {
  if (picking?.tab === tab && picking.app === app) return 'pick';
  return recording?.app === app ? 'record' : 'off';
}
