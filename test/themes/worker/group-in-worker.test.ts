import { expect, test } from 'vitest';
import { groupTexts } from '../../../src/themes/group-texts.ts';
import { groupInWorker, MAX_TEXTS } from '../../../src/themes/worker/group-in-worker.ts';
import { sampleTexts } from '../sample-texts.ts';

const texts = sampleTexts('en', 'de');
const pins = [{ id: 'paper', members: ['en-print-0', 'en-print-1'] }];

test('a thread gives the same themes as the function, at every cut, and tells how far it is', async () => {
  const shares: number[] = [];
  const results = await groupInWorker({ texts, pins, cuts: [0.4, 0.52] }, { onProgress: (share) => shares.push(share) });
  expect(results).toEqual([
    { cut: 0.4, themes: groupTexts({ texts, pins }, 0.4) },
    { cut: 0.52, themes: groupTexts({ texts, pins }, 0.52) },
  ]);
  expect(shares.length).toBeGreaterThan(2);
  expect(shares.at(-1)).toBe(1);
});

test('an abort in the middle rejects with its reason, and no progress comes after it', async () => {
  const controller = new AbortController();
  const shares: number[] = [];
  const grouping = groupInWorker(
    { texts, pins: [], cuts: [0.52] },
    {
      signal: controller.signal,
      onProgress: (share) => {
        shares.push(share);
        controller.abort(new Error('left the page'));
      },
    },
  );
  await expect(grouping).rejects.toThrow('left the page');
  expect(shares).toHaveLength(1);
});

test('what was aborted before starts no thread', async () => {
  const signal = AbortSignal.abort(new Error('never mind'));
  await expect(groupInWorker({ texts, pins, cuts: [0.52] }, { signal })).rejects.toThrow('never mind');
});

test('what goes wrong in the thread is told', async () => {
  const twice = [...pins, { id: 'other', members: ['en-print-0'] }];
  await expect(groupInWorker({ texts, pins: twice, cuts: [0.52] })).rejects.toThrow('two pinned themes');
});

test('more texts than memory is meant for are refused with what to do', async () => {
  const tooMany = Array.from({ length: MAX_TEXTS + 1 }, (_, index) => ({ id: String(index), text: 'x' }));
  await expect(groupInWorker({ texts: tooMany, pins: [], cuts: [0.52] })).rejects.toThrow('Group fewer');
});
