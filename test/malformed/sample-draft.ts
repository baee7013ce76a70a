import type { Walkthrough } from '../../src/model/pack/guide.ts';
import type { StudioDraft } from '../../src/model/studio/studio-draft.ts';

const save = {
  role: 'button',
  name: { en: 'Save', de: 'Speichern' },
  under: 'Order',
  language: 'en',
  route: '/orders/:id',
  confidence: 0.9,
};

/** A walkthrough that has every kind of reference, and most fields. */
export const sampleWalkthrough = (): Walkthrough => ({
  kind: 'walkthrough',
  id: 'create-an-order',
  title: { en: 'Create an order', de: 'Eine Bestellung anlegen' },
  where: ['/orders'],
  who: { department: ['Sales'], language: ['en'] },
  from: '2026-01-05',
  until: '2027-01-05',
  priority: 50,
  steps: [
    {
      id: 'new',
      title: 'New order',
      body: 'Choose **New order**.',
      at: '/orders',
      anchor: {
        role: 'button',
        name: 'New order',
        nth: 1,
        traits: { tag: 'button', ids: 'abcdef', box: [0, 0, 10, 10], unique: true },
      },
      advance: { on: 'click' },
      next: [{ if: { is: 'appears', anchor: { role: 'dialog', name: 'Terms' } }, to: 'terms' }, { to: 'save' }],
    },
    {
      id: 'terms',
      title: 'Accept the terms',
      body: 'Choose **Accept**.',
      anchor: { role: 'button', name: 'Accept' },
      advance: { on: 'drag', to: { role: 'list', name: 'Done' } },
      revealedBy: 'new',
      optional: true,
      wait: { seconds: 5, message: 'One moment.' },
    },
    {
      id: 'save',
      title: 'Save',
      body: 'Choose **Save**.',
      at: '/orders/:id',
      go: '/orders/new',
      anchor: save,
      advance: { on: 'place', to: '/orders/:id' },
      checks: [{ requires: { is: 'place', place: '/orders/:id' }, message: 'You are elsewhere.' }],
      fallbackBody: 'Ask a colleague.',
      do: { act: 'click', risky: true },
    },
  ],
});

/** A draft with notes, pictures and a credit. */
export const sampleDraft = (): StudioDraft => ({
  id: '5f0c1d8e-3b5a-4c6e-9d2f-0a1b2c3d4e5f',
  app: 'orders',
  language: 'en',
  guide: sampleWalkthrough(),
  notes: {
    new: {
      strength: 'sure',
      rival: { role: 'button', name: 'New invoice' },
      picture: { width: 200, height: 100, boxes: [{ box: [0, 0, 50, 20], shape: 'button', text: 'New order', isTarget: true }] },
      appears: { role: 'dialog', name: 'Terms' },
      offers: ['check-appears'],
      enter: { act: 'act-2', title: 'New order', body: 'Choose **New order**.' },
      recordedAt: 1000,
    },
  },
  credit: { name: 'Ada', department: 'Sales' },
  createdAt: 1,
  changedAt: 1,
  revision: 0,
});

/** Fields that an object of a draft, a proposal or a report needs. */
const REQUIRED: ReadonlySet<unknown> = new Set([
  ...[
    'kind',
    'id',
    'title',
    'body',
    'steps',
    'role',
    'on',
    'is',
    'act',
    'to',
    'message',
    'requires',

    'width',
    'height',
    'boxes',
    'box',
    'shape',
  ],
  ...['app', 'language', 'guide', 'notes', 'createdAt', 'changedAt', 'revision'],
]);

/** Some fields are needed in one place and may be left out in another, as the language of a control may. */
export function isRequired(path: readonly (string | number)[]): boolean {
  const [key, owner, above] = path.toReversed();
  if (key === 'language') return path.length <= 2;
  if (key === 'to') return path.includes('next') || (owner === 'advance' && above === 2);
  return REQUIRED.has(key) && owner !== 'wait' && owner !== 'traits';
}

/** References and ids of the walkthrough that are broken. */
export const brokenReferences = (guide: readonly (string | number)[]) => [
  { path: [...guide, 'steps', 0, 'next', 0, 'to'], value: 'no-such-step' },
  { path: [...guide, 'steps', 0, 'next', 1, 'to'], value: 'constructor' },
  { path: [...guide, 'steps', 1, 'revealedBy'], value: 'save' },
  { path: [...guide, 'steps', 1, 'revealedBy'], value: 'valueof' },
  { path: [...guide, 'steps', 2, 'id'], value: 'terms' },
  { path: [...guide, 'until'], value: '2025-01-05' },
];
