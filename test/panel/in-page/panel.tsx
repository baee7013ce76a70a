import { render } from 'preact';
import type { MessageName } from '../../../src/messaging/messages.ts';
import { createPanel } from '../../../src/panel/panel-view.tsx';
import { createPopup } from '../../../src/panel/popup-view.tsx';
import { saveFile } from '../../../src/panel/save-file.ts';
import { createStatus } from '../../../src/panel/status-view.tsx';
import { systemClock } from '../../../src/runtime/clock.ts';
import { lookUpIn, type MessageCatalogue } from '../../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../../src/runtime/translate.ts';
import { type FakePanelBackground, fakePanelBackground } from '../fake-background.ts';
import { sampleRows } from '../sample-ledger.ts';
import { createFakeStudio, type FakeStudio } from '../studio/fake-studio.ts';

export interface PanelSetting {
  messages: MessageCatalogue;
  /** The catalogue's. */
  language: string;
  now: number;
  initialSection: string;
  /** The panel if left out. */
  view?: 'popup' | 'status';
  /** May the person record? */
  studio?: boolean;
  /** So many rows, the sample over and over. */
  rows?: number;
}

/** The panel in a page of a test, before a background that is made up. */
export function mountPanel({ messages, now, initialSection, rows, view, studio }: PanelSetting): {
  background: FakePanelBackground;
  studio: FakeStudio;
  changed(): void;
} {
  const lookUp = lookUpIn([messages]);
  // A missing text stands in brackets, so that a test finds it.
  const t = createTranslate((key, values) => lookUp(key, values) || `[${key}]`);
  document.documentElement.lang = t('language');
  document.documentElement.dir = t('direction');
  document.title = t('panelTitle');
  const background = fakePanelBackground(rows === undefined ? sampleRows(now) : many(rows, now), () => now);
  const fakeStudio = createFakeStudio(now, studio === true);
  const ask = ((name: MessageName, body: never) =>
    name.startsWith('studio.') ? fakeStudio.ask(name as never, body) : background.ask(name, body)) as typeof background.ask;
  const callbacks: (() => void)[] = [];
  const hidden: (() => void)[] = [];
  const onChange = (callback: () => void) => void callbacks.push(callback);
  const deps = { ask, t, now: () => now, onChange, openStatus: () => undefined };
  const main = document.getElementById('main')!;
  if (view) main.className = view === 'popup' ? 'narrow' : 'wide';
  const views = {
    panel: () =>
      createPanel({ ...deps, clock: systemClock, onHide: (callback) => void hidden.push(callback), saveFile, initialSection }),
    popup: () => createPopup({ ...deps, openPanel: () => undefined, close: () => background.closed.push('popup') }),
    status: () => createStatus({ ...deps, copyText: async (text) => void background.copied.push(text) }),
  };
  const View = views[view ?? 'panel']();
  render(<View />, main);
  return { background, studio: fakeStudio, changed: () => callbacks.forEach((callback) => void callback()) };
}

function many(count: number, now: number) {
  const sample = sampleRows(now);
  return Array.from({ length: count }, (_, at) => {
    const row = sample[at % sample.length]!;
    const id = `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
    return { ...row, seq: count - at, entry: { ...row.entry, id } };
  });
}

Object.assign(globalThis, { mountPanel });
