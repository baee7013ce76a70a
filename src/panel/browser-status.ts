import { type Signal, signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import type { BodyOf } from '../messaging/messages.ts';

type PauseRequest = BodyOf<'pause'>['wish'];
type MuteRequestBody = BodyOf<'mute'>['wish'];

/** What Cairn does in this browser, as the popup and the panel show it and the person changes it. */
export interface BrowserStatus {
  /** Null until it was read. */
  current: Signal<ExtensionStatus | null>;
  /** The last request was not carried out. */
  failed: Signal<boolean>;
  read(): Promise<void>;
  pause(request: PauseRequest): void;
  mute(request: MuteRequestBody): void;
  /** Unmutes tips in general and in these apps. */
  unmute(apps: readonly string[]): void;
}

/** The general mute ends with the first request, whichever app it names. */
async function unmute(ask: Ask, apps: readonly string[]): Promise<{ ok: boolean }> {
  let result = await ask('mute', { wish: 'none', ...(apps[0] !== undefined && { app: apps[0] }) });
  for (const app of apps.slice(1)) if (result.ok) result = await ask('mute', { wish: 'none', app });
  return result;
}

export function createBrowserStatus(ask: Ask): BrowserStatus {
  const current = signal<ExtensionStatus | null>(null);
  const failed = signal(false);

  async function read(): Promise<void> {
    const reply = await ask('status', {});
    if (reply.ok) current.value = reply;
  }

  async function send(request: Promise<{ ok: boolean }>): Promise<void> {
    failed.value = !(await request).ok;
    await read();
  }

  return {
    current,
    failed,
    read,
    pause: (request) => void send(ask('pause', { wish: request })),
    mute: (request) => void send(ask('mute', { wish: request })),
    unmute: (apps) => void send(unmute(ask, apps)),
  };
}
