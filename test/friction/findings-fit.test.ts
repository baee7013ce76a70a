import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../src/friction/fact.ts';
import { type AppPath, follow, newApp, newTab, type TabPath } from '../../src/friction/watch-path.ts';
import { pathFact } from '../../src/messaging/path-fact.ts';
import { frictionEntry } from '../../src/model/entry.ts';

const kinds = pathFact.shape.is.options;
const routes = ['/orders', '/orders/:id', '/customers'] as const;
const told = fc.record({
  is: fc.oneof(fc.constantFrom(...kinds), fc.constantFrom('visit', 'changed', 'left-field')),
  after: fc.constantFrom(1, 40, 900, 900, 4000, 4000, 700_000),
  field: fc.nat(2),
  form: fc.nat(1),
  differs: fc.boolean(),
  route: fc.constantFrom(...routes),
});

const common = { kind: 'friction', id: crypto.randomUUID(), at: '2026-11-22T10:00:00Z', app: 'shop', route: '/orders' };

test('whatever a page tells of the way, what is found fits the ledger', () => {
  const signals = new Set<string>();
  fc.assert(
    fc.property(fc.array(told, { minLength: 40, maxLength: 80 }), (story) => {
      let [tab, app, at]: [TabPath, AppPath, number] = [newTab, newApp, 1_795_000_000_000];
      for (const { after, route, ...said } of story) {
        at += after;
        const fact = { ...pathFact.parse({ ...said, at }), ...(said.is === 'visit' && { route }) } as Fact;
        const news = follow(tab, app, fact, { route, lies: () => false, tasks: [] });
        [tab, app] = [news.tab, news.app];
        for (const { at: _at, control: _control, route: elsewhere, ...finding } of news.found) {
          signals.add(finding.signal);
          const fits = frictionEntry.safeParse({ ...common, ...finding, route: elsewhere || common.route });
          expect(fits.error?.issues ?? []).toEqual([]);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect([...signals]).toEqual(expect.arrayContaining(['form-abandonment', 'page-loop', 'undo-loop', 're-entry']));
});

test('a time that is not whole is refused at the door', () => {
  expect(pathFact.safeParse({ is: 'visit', at: 1.5 }).success).toBe(false);
});
