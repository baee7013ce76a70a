import { expect, test } from 'vitest';
import type { StudioPolicy } from '../../src/model/policy/policy.ts';
import { judgePolicy } from '../../src/policy/judge-policy.ts';
import { mayRecordAnywhere, mayRecordIn } from '../../src/policy/may-record.ts';
import { aPolicy } from './a-policy.ts';

const rows: [studio: StudioPolicy | undefined, orders: boolean, billing: boolean][] = [
  [undefined, false, false],
  [{ record: 'nobody', author: true }, false, false],
  [{ record: 'authors', author: false }, false, false],
  [{ record: 'authors', author: true }, true, true],
  [{ record: 'everybody', author: false }, true, true],
  [{ record: 'everybody', author: false, apps: ['orders'] }, true, false],
  [{ record: 'authors', author: true, apps: [] }, false, false],
];

test.each(rows)('with studio %j the person may record in orders: %s, in billing: %s', (studio, orders, billing) => {
  const { policy } = judgePolicy({ ...aPolicy, studio });
  expect([mayRecordIn('orders', policy), mayRecordIn('billing', policy)]).toEqual([orders, billing]);
  expect(mayRecordAnywhere(policy)).toBe(orders || billing);
});
