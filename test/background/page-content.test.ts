import { describe, expect, test } from 'vitest';
import type { BackgroundDeps } from '../../src/background/background-deps.ts';
import { addressOf, createPageContent } from '../../src/background/page-content.ts';
import { type Pack, pack as packSchema } from '../../src/model/pack/pack.ts';
import { notMuted } from '../../src/model/person/mute.ts';
import type { PersonalContent } from '../../src/model/person/personal-content.ts';
import type { PackGuide } from '../../src/packs/pack-guide.ts';
import { aPack } from '../packs/a-pack.ts';
import { appRoutesInMemory } from './app-routes-in-memory.ts';

const origin = 'https://orders.example.com';
const app = { id: 'orders', name: 'Orders', origins: [origin] };
const anchor = { role: 'button', name: { en: 'Save the order', de: 'Bestellung speichern', fr: 'Enregistrer la commande' } };
const paragraph = 'Orders over the limit go to your manager, and come back within a day. '.repeat(6);
const step = (nth: number) => ({ id: `step-${nth}`, title: `Step ${nth}`, body: paragraph, anchor, at: '/orders/*' });
const walkthrough = (nth: number, where: string) => ({
  ...{ kind: 'walkthrough', id: `walk-${nth}`, title: `Walkthrough ${nth}`, where: [where] },
  steps: Array.from({ length: 10 }, (_, at) => step(at)),
});

const packOf = (guides: object[], more: object = {}): Pack => packSchema.parse({ ...aPack, guides, ...more });

function content(packs: Pack[], over: { isFor?: (guide: PackGuide) => boolean; guidance?: boolean; walk?: object } = {}) {
  const { isFor = () => true, guidance = true, walk = null } = over;
  const settled = { 'first-orders/tip': { dismissed: 1, done: false }, 'first-orders/elsewhere': { dismissed: 1, done: false } };
  const askedFor: string[][] = [];
  const made = createPageContent({
    trial: { isTrying: async () => false },
    policy: async () => ({ switches: { guidance, feedback: true, friction: true } }),
    shelf: { packs: async () => packs },
    personStore: { guideHistories: async () => settled, muteState: async () => notMuted, launcher: async () => null },
    languages: async () => ['de', 'en'],
    pause: { current: async () => undefined },
    routes: appRoutesInMemory({ packs }),
    ownContent: async (own: readonly Pack[]): Promise<PersonalContent> => {
      askedFor.push(own.flatMap(({ guides }) => guides.map(({ id }) => id)));
      return { checklists: {}, replies: {} };
    },
    fitting: async (_app: string, guides: readonly PackGuide[]) =>
      guides.filter(isFor).map((guide) => `${guide.pack.id}/${guide.id}`),
    walkSession: { inTab: async () => walk },
  } as unknown as BackgroundDeps & Parameters<typeof createPageContent>[0]);
  return { ...made, askedFor, at: (url: string) => made.arrival({ app, tab: { id: 1 }, url: origin + url }) };
}

const tip = { kind: 'tip', id: 'tip', title: { en: 'Search', de: 'Suchen' }, where: ['/orders'], anchor, body: paragraph };
const elsewhere = { ...tip, id: 'elsewhere', where: ['/products'] };

describe('an arrival', () => {
  test.each<[string, Pack[], boolean]>([
    ['of a pack in force', [packOf([walkthrough(1, '/orders')])], false],
    ['of a pack that is switched off', [], true],
    ['that its pack no longer has', [packOf([walkthrough(2, '/orders')])], true],
    ['of another pack that has one of that id', [packOf([walkthrough(1, '/orders')], { id: 'other' })], true],
    ['that has become a tip', [packOf([{ ...tip, id: 'walk-1' }])], true],
  ])('with a walkthrough %s says whether it was withdrawn, and where the person was', async (_what, packs, isWithdrawn) => {
    const walk = { pack: 'first-orders', guide: 'walk-1', step: 'step-3', inThisTab: true };
    const arrival = await content(packs, { walk }).at('/home');
    expect(arrival.walk).toEqual({ ...walk, ...(isWithdrawn && { isWithdrawn }) });
  });

  test('has the guides that belong at the address and are for this person, and no others', async () => {
    const pack = packOf([tip, elsewhere, { ...tip, id: 'not-theirs' }, walkthrough(1, '/orders')]);
    const { at } = content([pack], { isFor: ({ id }) => id !== 'not-theirs' });
    expect((await at('/orders')).guides.map(({ id }) => id)).toEqual(['tip', 'walk-1']);
    expect((await at('/products')).guides.map(({ id }) => id)).toEqual(['elsewhere']);
    expect((await at('/home')).guides).toEqual([]);
  });

  test('has what is needed to place a guide, in the person’s language, and neither bodies, steps nor who it is for', async () => {
    const { at } = content([packOf([{ ...tip, who: { department: ['Sales'] } }, walkthrough(1, '/orders')])]);
    const { guides } = await at('/orders');
    expect(guides[0]).toMatchObject({ kind: 'tip', title: { text: 'Suchen', language: 'de' }, anchor, where: ['/orders'] });
    for (const guide of guides) for (const key of ['body', 'steps', 'who', 'stage']) expect(guide).not.toHaveProperty(key);
  });

  test('has of the person’s own state only what concerns those guides', async () => {
    const { at, askedFor } = content([packOf([tip, elsewhere])]);
    expect(Object.keys((await at('/orders')).guideHistories)).toEqual(['first-orders/tip']);
    expect(askedFor).toEqual([['tip']]);
  });

  test('says that a question was answered, though it is no longer for this person', async () => {
    const question = { kind: 'question', id: 'elsewhere', title: 'How is it?', where: ['/orders'], asks: { what: 'words' } };
    const { at } = content([packOf([question])], { isFor: () => false });
    expect(await at('/orders')).toMatchObject({ guides: [], guideHistories: { 'first-orders/elsewhere': { dismissed: 1 } } });
  });

  test('has no guides where guidance is switched off', async () => {
    expect(await content([packOf([tip])], { guidance: false }).at('/orders')).toMatchObject({ guides: [], places: [] });
  });

  test('stays under 12 kB for a pack of 500 guides and 200 places, of which 3 guides belong at the address', async () => {
    const guides = Array.from({ length: 500 }, (_, nth) => walkthrough(nth, nth < 3 ? '/orders' : `/screen-${nth}/*`));
    const places = Array.from({ length: 200 }, (_, nth) => `/area-${nth}/records/:id`);
    const pack = packOf(guides, { places });
    const { at, body } = content([pack]);
    const arrival = await at('/orders');
    expect(arrival.guides).toHaveLength(3);
    expect(JSON.stringify(arrival).length).toBeLessThan(12_000);
    const whole = await Promise.all(guides.map(({ id }) => body(app, `first-orders/${id}`)));
    expect(JSON.stringify(whole).length, 'what was sent before').toBeGreaterThan(2_000_000);
  });
});

describe('a body', () => {
  test('is the whole guide in the person’s language, whether or not it belongs anywhere now', async () => {
    const { body } = content([packOf([tip, walkthrough(1, '/orders')])], { isFor: () => false });
    expect(await body(app, 'first-orders/tip')).toMatchObject({
      kind: 'tip',
      title: { language: 'de' },
      body: { language: 'en' },
    });
    expect(await body(app, 'first-orders/walk-1')).toMatchObject({ steps: { length: 10 } });
  });

  test.each([
    ['an unknown guide', 'first-orders/no-such', app, true],
    ['an unknown pack', 'no-such/tip', app, true],
    ['a pack of another app', 'first-orders/tip', { ...app, id: 'mail' }, true],
    ['guidance that is switched off', 'first-orders/tip', app, false],
  ])('is not given for %s', async (_what, key, of, guidance) => {
    expect(await content([packOf([tip])], { guidance }).body(of, key)).toBeUndefined();
  });
});

test.each([
  ['the page’s own word on its path', `${origin}/new?q=1#/a`, `${origin}/new?q=1#/a`],
  ['another origin is not believed', 'https://evil.example/new', `${origin}/old`],
  ['no address at all', 'nonsense', `${origin}/old`],
  ['an empty one', '', `${origin}/old`],
])('the address of a page: %s', (_what, claimed, expected) => {
  expect(addressOf(claimed, `${origin}/old`)).toBe(expected);
});
