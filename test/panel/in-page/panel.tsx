import { render } from 'preact';
import { createPanel } from '../../../src/panel/panel-view.tsx';
import { saveFile } from '../../../src/panel/save-file.ts';
import type { Say } from '../../../src/runtime/say.ts';
import { type FakeBackground, fakeBackground } from '../fake-background.ts';
import { sampleRows } from '../sample-ledger.ts';

export interface PanelSetting {
  messages: Record<string, { message: string }>;
  language: string;
  now: number;
  first: string;
  /** So many rows, the sample over and over. */
  rows?: number;
}

/** The panel in a page of a test, before a background that is made up. */
export function mountPanel({ messages, language, now, first, rows }: PanelSetting): {
  background: FakeBackground;
  changed(): void;
} {
  const say: Say = (key, ...values) =>
    (messages[key]?.message ?? `[${key}]`).replace(/\$V(\d)\$/g, (_, n: string) => values[Number(n) - 1] ?? '');
  document.documentElement.lang = language;
  document.documentElement.dir = say('direction');
  document.title = say('panelTitle');
  const background = fakeBackground(rows === undefined ? sampleRows(now) : many(rows, now), () => now);
  const acts: (() => void)[] = [];
  const onChange = (act: () => void) => void acts.push(act);
  const Panel = createPanel({ ask: background.ask, say, now: () => now, saveFile, onChange, first });
  render(<Panel />, document.getElementById('main')!);
  return { background, changed: () => acts.forEach((act) => void act()) };
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
