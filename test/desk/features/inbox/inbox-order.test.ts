import { expect, test } from 'vitest';
import { orderItems } from '../../../../src/desk/features/inbox/inbox-order.ts';
import { feedback } from '../../feedback.ts';

const items = [
  feedback({ id: 'a', score: 1, app: 'travel', at: '2026-11-03' }),
  feedback({ id: 'b', score: 3, app: 'orders', at: '2026-11-01' }),
  feedback({ id: 'c', score: 2, app: 'travel', at: '2026-11-02' }),
  feedback({ id: 'd', score: 1, app: 'orders', at: '2026-11-03' }),
];

test('the highest score is first, then the later day, then the random id', () => {
  expect(orderItems(items, 'none').ids).toEqual(['b', 'c', 'a', 'd']);
});

test('groups follow their most important item, and say how many they have', () => {
  const { ids, groups } = orderItems(items, 'app');
  expect(ids).toEqual(['b', 'd', 'c', 'a']);
  expect([...groups]).toEqual([
    ['b', { key: 'orders', count: 2 }],
    ['c', { key: 'travel', count: 2 }],
  ]);
});

test('days are in their own order, the last first', () => {
  expect(orderItems(items, 'day').ids).toEqual(['a', 'd', 'c', 'b']);
});
