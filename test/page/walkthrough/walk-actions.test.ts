import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Anchor } from '../../../src/model/pack/anchor.ts';
import { createWalkActions } from '../../../src/page/walkthrough/walk-actions.ts';

const url = 'https://app.example/orders';
beforeEach(() => vi.stubGlobal('location', { href: url }));
afterEach(() => vi.unstubAllGlobals());

/** What the background is asked when a person reports that the control of a step is missing. */
async function reported(anchor: Anchor | undefined, over: object = {}): Promise<unknown[]> {
  const asked: unknown[] = [];
  const walk = {
    guide: { pack: { id: 'pack', version: 1 }, id: 'walk' },
    step: { id: 'save', anchor },
    phase: 'missing',
    ...over,
  };
  const state = { walk: { value: walk }, announcement: { value: '' } };
  const actions = createWalkActions({
    state,
    ask: async (_name: string, body: unknown) => {
      asked.push(body);
      return { ok: true };
    },
    context: () => ({ url, route: '/orders', places: [] }),
    t: (key: string) => key,
  } as never);
  actions.reportMissing();
  await Promise.resolve();
  return asked;
}

test.each<[string, Anchor | undefined, object]>([
  ['its role and name', { role: 'button', name: 'Save' }, { control: { role: 'button', name: 'Save' } }],
  [
    'its name in the language of the anchor',
    { role: 'button', name: { en: 'Save', de: 'Sichern' }, language: 'de' },
    { control: { role: 'button', name: 'Sichern' } },
  ],
  [
    'the first of its names',
    { role: 'button', name: { en: 'Save', de: 'Sichern' } },
    { control: { role: 'button', name: 'Save' } },
  ],
  ['that its name is withheld, where the pack has none', { role: 'row' }, { control: { role: 'row', masked: true } }],
  ['no control, where the step has none', undefined, {}],
])('a report of a missing step says of the control %s', async (_name, anchor, control) => {
  const about = { pack: 'pack', version: 1, guide: 'walk', step: 'save' };
  expect(await reported(anchor)).toEqual([
    { choice: 'missing', route: '/orders', about, ...(anchor && { absence: 'absent' }), ...control },
  ]);
});

test.each([
  [{ absence: { is: 'several', count: 2 } }, 'several'],
  [{ absence: { is: 'hidden' } }, 'hidden'],
  [{}, 'absent'],
  [{ phase: 'showing' }, undefined],
])('a report of a step that is %j tells the author why its control was not found: %s', async (over, absence) => {
  const [body] = await reported({ role: 'button', name: 'Save' }, over);
  expect((body as { absence?: string }).absence).toBe(absence);
});

test('nothing is reported of a walkthrough whose course could tell a value', async () => {
  expect(await reported({ role: 'button', name: 'Save' }, { dependsOnValue: true })).toEqual([]);
});
