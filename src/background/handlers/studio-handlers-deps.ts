import type { MessageHandlers } from '../../messaging/message-router.ts';
import type { studioMessages } from '../../messaging/studio-messages.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { Studio } from '../studio/studio.ts';

/** A handler for every message of the studio. */
export type StudioHandlers = Pick<MessageHandlers, keyof typeof studioMessages>;

export interface StudioHandlersDeps extends Pick<BackgroundDeps, 'policy' | 'languages' | 'scripts'> {
  studio: Studio;
}
