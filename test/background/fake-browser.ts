import type { Browser } from 'webextension-polyfill';
import type { MessageSender } from '../../src/messaging/message-router.ts';
import type { BodyOf, MessageName, ReplyOf } from '../../src/messaging/messages.ts';
import { type MemoryArea, memoryArea } from './storage/memory-storage.ts';

type Listener = (...args: never[]) => unknown;

/** An event that listeners are added to. */
function event() {
  const listeners: Listener[] = [];
  return { listeners, addListener: (one: Listener) => void listeners.push(one), removeListener: () => undefined };
}

interface FakeTab {
  id: number;
  url: string;
  active?: boolean;
}

/** What outlives a worker that stops. */
interface Areas {
  local: MemoryArea;
  session: MemoryArea;
}

/** A browser as far as the background uses it, with a managed policy and open tabs. `areas`: of a browser whose worker starts again. */
export function fakeBrowser(policy: object, tabs: FakeTab[] = [], areas: Areas = { local: memoryArea(), session: memoryArea() }) {
  const events = {
    message: event(),
    tabUpdated: event(),
    tabRemoved: event(),
    tabActivated: event(),
    command: event(),
    alarm: event(),
    storageChanged: event(),
  };
  const { local, session } = areas;
  const injected: { files?: string[]; target: { tabId: number; frameIds?: number[] } }[] = [];
  const registered: { id: string; matches: string[] }[] = [];
  const badge = { text: '' };
  const sent: { tab: number; message: unknown }[] = [];
  const alarms = new Map<string, unknown>();
  const browser = {
    storage: { local, session, managed: { get: async () => policy }, onChanged: events.storageChanged },
    alarms: {
      create: (name: string, at: unknown) => void alarms.set(name, at),
      clear: async (name: string) => alarms.delete(name),
      get: async (name: string) => alarms.get(name),
      onAlarm: events.alarm,
    },
    runtime: {
      id: 'cairn-id',
      getURL: (path: string) => `chrome-extension://cairn-id/${path}`,
      getManifest: () => ({ version: '0.0.0' }),
      onMessage: events.message,
    },
    i18n: {
      getAcceptLanguages: async () => ['en'],
      getUILanguage: () => 'en',
      getMessage: (key: string, values: string[] = []) => [key, ...values].join(' '),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(badge, { text }),
      setBadgeBackgroundColor: async () => undefined,
    },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => registered.filter(({ id }) => ids.includes(id)),
      registerContentScripts: async (scripts: typeof registered) => void registered.push(...scripts),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) =>
        void registered.splice(0, registered.length, ...registered.filter(({ id }) => !ids.includes(id))),
      executeScript: async (injection: (typeof injected)[number]) => {
        injected.push(injection);
        return [];
      },
    },
    tabs: {
      query: async ({ active }: { active?: boolean } = {}) => (active ? tabs.filter((tab) => tab.active) : tabs),
      get: async (id: number) => tabs.find((tab) => tab.id === id) ?? Promise.reject(new Error('no such tab')),
      sendMessage: async (tab: number, message: unknown) => void sent.push({ tab, message }),
      onUpdated: events.tabUpdated,
      onRemoved: events.tabRemoved,
      onActivated: events.tabActivated,
    },
    windows: { create: async () => undefined },
    commands: { onCommand: events.command },
  };
  /** Sends a message as a page or a page of the extension does. */
  async function send<N extends MessageName>(name: N, body: BodyOf<N>, sender: MessageSender): Promise<ReplyOf<N>> {
    const [listener] = events.message.listeners as unknown as ((message: unknown, from: MessageSender) => unknown)[];
    return (await listener!({ name, body }, { id: 'cairn-id', ...sender })) as ReplyOf<N>;
  }
  return { browser: browser as unknown as Browser, events, alarms, local, session, sent, injected, registered, badge, send };
}
