import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fact, JOURNEY_FACTS } from '../../../src/friction/facts.ts';
import {
  type AppJourney,
  emptyAppJourney,
  emptyTabJourney,
  followJourney,
  type TabJourney,
} from '../../../src/friction/journey/follow-journey.ts';
import { journeyFact } from '../../../src/messaging/journey-fact.ts';
import { frictionEntry } from '../../../src/model/entry/entry.ts';

const kinds = journeyFact.shape.is.options;
const routes = ['/orders', '/orders/:id', '/customers'] as const;
const anyFact = fc.record({
  is: fc.oneof(fc.constantFrom(...kinds), fc.constantFrom('visit', 'changed', 'left-field')),
  after: fc.constantFrom(1, 40, 900, 900, 4000, 4000, 700_000),
  field: fc.nat(2),
  form: fc.nat(1),
  differs: fc.boolean(),
  route: fc.constantFrom(...routes),
});

const common = { kind: 'friction', id: crypto.randomUUID(), at: '2026-11-22T10:00:00Z', app: 'shop', route: '/orders' };

test('whatever facts a page reports, the findings fit the schema of ledger entries', () => {
  const signals = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyFact, { minLength: 40, maxLength: 80 }), (story) => {
      let [tab, app, at]: [TabJourney, AppJourney, number] = [emptyTabJourney, emptyAppJourney, 1_795_000_000_000];
      for (const { after, route, ...rest } of story) {
        at += after;
        const fact = { ...journeyFact.parse({ ...rest, at }), ...(rest.is === 'visit' && { route }) } as Fact;
        const news = followJourney(tab, app, fact, { route, matches: () => false, tasks: [] });
        [tab, app] = [news.tab, news.app];
        for (const { at: _at, control: _control, route: elsewhere, ...finding } of news.findings) {
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

test.each(JOURNEY_FACTS)('the journey fact "%s" of a page has a place in its message', (is) => {
  expect(journeyFact.shape.is.options).toContain(is);
});

test('a journey fact with a fractional time is refused', () => {
  expect(journeyFact.safeParse({ is: 'visit', at: 1.5 }).success).toBe(false);
});
