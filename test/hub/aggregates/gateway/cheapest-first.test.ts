import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCheapestFirst } from '../../../../src/hub/aggregates/gateway/cheapest-first.ts';

test('items come out in the order of their cost, whatever the order in which they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (costs) => {
      const waiting = createCheapestFirst();
      for (const [item, cost] of costs.entries()) waiting.add(item, cost);
      const taken = costs.map(() => costs[waiting.take()!]);
      expect(taken).toEqual(costs.toSorted((one, other) => one - other));
      expect(waiting.take()).toBeUndefined();
    }),
  );
});
