import { expect, test } from 'vitest';
import { noInput } from '../../../../src/friction/page/listen/last-input.ts';
import { shownDigest } from '../../../../src/friction/page/listen/shown-digest.ts';

let reads: number;
function list(texts: readonly string[], nodeTypes: readonly number[] = []) {
  const children: object[] = [];
  for (const [at, text] of texts.entries())
    children.push({
      nodeType: nodeTypes[at] ?? 1,
      previousSibling: children[at - 1] ?? null,
      get textContent() {
        reads += 1;
        return text;
      },
    });
  return { nodeType: 1, childNodes: children, lastChild: children.at(-1), closest: () => null };
}
const digestOf = (target: object, records = 1) =>
  shownDigest(
    Array.from({ length: records }, () => ({ type: 'childList', target, addedNodes: [] }) as unknown as MutationRecord),
    { ...noInput(0), pressTarget: {} as Element, actedAt: 0 },
    1,
  );

test('of a long list, only the rows at its end are read', () => {
  reads = 0;
  digestOf(list(Array.from({ length: 5000 }, (_, row) => `Order number ${row}`)));
  expect(reads).toBeLessThan(200);
});

test('a list that has changed many times is read once', () => {
  reads = 0;
  digestOf(list(['one', 'two', 'three']), 20);
  expect(reads).toBe(3);
});

test('the last row tells two lists apart, and a comment does not', () => {
  expect(digestOf(list(['one', 'two']))).not.toBe(digestOf(list(['one', 'three'])));
  expect(digestOf(list(['one', 'seen by nobody'], [1, 8]))).toBe(digestOf(list(['one', 'nor this'], [1, 8])));
});
