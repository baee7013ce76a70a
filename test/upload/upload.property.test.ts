import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/model/entry/entry.ts';
import { feedback, guideEntry } from '../ledger/entries.ts';
import { faults } from './fake-hub.ts';
import { uploadWithHub } from './upload-with-hub.ts';

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('click', 'guide', 'wake', 'restart', 'leave', 'hour passes', 'erase') },
  { weight: 3, arbitrary: fc.constantFrom(...faults).map((fault) => ({ fault })) },
);

test('whatever fails, in whatever order, every entry arrives once and in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const at = await uploadWithHub();
      try {
        const faultsToCome = steps.flatMap((one) => (typeof one === 'object' ? [one.fault] : []));
        at.hub.fault = () => faultsToCome.shift();
        const recorded: string[] = [];
        const keep = (entry: Entry) => {
          recorded.push(entry.id);
          return at.record(entry);
        };
        const erased = new Set<string>();
        const act = {
          erase: async () => {
            const id = recorded[Math.floor(recorded.length / 2)];
            if (id) await at.ledger.erase(id);
            if (id) erased.add(id);
          },
          click: () => keep(feedback()),
          guide: () => keep(guideEntry()),
          wake: async () => at.alarms.due !== undefined && at.nextAlarm(),
          restart: async () => {
            at.restart();
            await at.upload.resume();
          },
          leave: () => at.upload.flush('leaving'),
          'hour passes': async () => at.clock.advance(3_600_000),
        };
        for (const one of steps) if (typeof one === 'string') await act[one as keyof typeof act]();
        faultsToCome.length = 0;
        await at.upload.flush('click');
        await at.untilSent();
        const left = recorded.filter((id) => !erased.has(id));
        expect(at.hub.table.map(({ entry }) => entry.id)).toEqual(left);
        expect(await at.ledger.counts()).toEqual({ waiting: 0, sent: left.length, refused: 0, withheld: 0 });
        expect((await at.ledger.erasures()).every(({ receipt }) => receipt)).toBe(true);
      } finally {
        await at.hub.close();
      }
    }),
    { numRuns: 150 },
  );
});
