import { expect, test } from 'vitest';
import { exportRecording } from '../../src/exchange/export-recording.ts';
import { importRecording } from '../../src/exchange/import-recording.ts';
import { recording } from '../../src/exchange/recording-schema.ts';
import { aWalkthrough } from './a-walkthrough.ts';

const { document, losses } = exportRecording(aWalkthrough, 'de', 'https://orders.example');

test('a walkthrough becomes a recording, and the recording that walkthrough again, with nothing lost', () => {
  expect(recording.safeParse(document).success).toBe(true);
  const back = importRecording(JSON.stringify(document), 'de');
  expect(back).toEqual({ ok: true, guide: aWalkthrough, losses: [] });
});

test('what the Recorder panel can do is a step of its own, in the language of the export', () => {
  const replayed = document.steps.filter(({ type }) => type !== 'customStep');
  expect(replayed.map(({ type, selectors, url, value }) => [type, selectors?.[0]?.[0] ?? url, value])).toEqual([
    ['navigate', 'https://orders.example/orders', undefined],
    ['hover', 'aria/More[role="button"]', undefined],
    ['click', 'aria/New "order"[role="button"]', undefined],
    ['change', 'aria/Betrag[role="textbox"]', '12'],
    ['change', 'aria/Terms[role="combobox"]', '30 Tage'],
    ['doubleClick', 'aria/Open[role="row"]', undefined],
    ['waitForElement', 'aria/Saved[role="status"]', undefined],
    ['waitForElement', 'aria/Draft[role="dialog"]', undefined],
    ['click', 'aria/Back[role="button"]', undefined],
  ]);
  for (const one of replayed.filter(({ type }) => /click/i.test(type)))
    expect([one.offsetX, one.offsetY].every((offset) => typeof offset === 'number' && offset > 0)).toBe(true);
});

test('what it cannot do is listed by step', () => {
  expect(losses).toEqual([
    'Step 6 (card): the Recorder panel has no step for "drag".',
    'Step 7 (file): the Recorder panel has no step for "file".',
    'Step 8 (unnamed): its control has no name, so that the recording cannot find it.',
  ]);
});
