import { expect, test } from 'vitest';
import { visibleChanges } from '../../../../src/friction/page/listen/visible-changes.ts';

let reads: number;
const table = {
  isConnected: true,
  get childNodes() {
    reads += 1;
    return [];
  },
};
const drawing = { type: 'childList', target: table, addedNodes: [], removedNodes: [] } as unknown as MutationRecord;

test.each([
  ['all known to go on anyway are not compared', () => true, 0, 1],
  ['not all known are compared', (record: MutationRecord) => record !== drawing, 1, 0],
])('drawings of a node that are %s', (_, isKnown, comparisons, visible) => {
  reads = 0;
  const shown = visibleChanges([drawing, { ...drawing }], isKnown);
  expect([reads, shown.length > 0 ? 1 : 0]).toEqual([comparisons, visible]);
});
