import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';

/** Sample data: a walkthrough that was recorded in the sample app. */
export const sampleDraft = (now: number): StudioDraft => ({
  id: '00000000-0000-4000-8000-000000000001',
  app: 'orders',
  language: 'en',
  createdAt: now - 3_600_000,
  changedAt: now - 600_000,
  revision: 3,
  guide: {
    kind: 'walkthrough',
    id: 'place-an-order',
    title: 'Place an order (sample)',
    priority: 50,
    where: ['/orders'],
    steps: [
      {
        id: 'new-order',
        title: 'Choose New order',
        body: 'Choose **New order**.',
        anchor: { role: 'button', name: 'New order' },
        at: '/orders',
        advance: { on: 'click' },
      },
      {
        id: 'customer',
        title: 'Choose the customer',
        body: 'Choose the customer in **Customer**.',
        anchor: { role: 'combobox', name: 'Customer' },
        advance: { on: 'choose' },
        revealedBy: 'new-order',
      },
      {
        id: 'save',
        title: 'Choose Save',
        body: 'Choose **Save**.\n\nThe number of the order appears above.',
        anchor: { role: 'button', name: 'Save' },
        advance: { on: 'click' },
      },
    ],
  },
  notes: {
    'new-order': { strength: 'only' },
    customer: { strength: 'weak', rival: { role: 'combobox', name: 'Supplier' } },
    save: {
      picture: {
        width: 320,
        height: 90,
        boxes: [
          { box: [10, 8, 120, 18], shape: 'heading', text: 'New order' },
          { box: [10, 34, 180, 20], shape: 'field' },
          { box: [10, 62, 70, 22], shape: 'button', text: 'Save', isTarget: true },
          { box: [90, 62, 80, 22], shape: 'button', text: 'Cancel' },
        ],
      },
      strength: 'sure',
      rival: { role: 'button', name: 'Save order' },
      offers: ['check-appears'],
      appears: { role: 'status', name: 'Order saved' },
    },
  },
});

/** Sample data: a tip. */
export const sampleTip = (now: number): StudioDraft => ({
  id: '00000000-0000-4000-8000-000000000002',
  app: 'orders',
  language: 'en',
  createdAt: now - 7_200_000,
  changedAt: now - 7_200_000,
  revision: 0,
  guide: {
    kind: 'tip',
    id: 'filter-orders',
    title: 'Filter orders (sample)',
    priority: 50,
    anchor: { role: 'searchbox', name: 'Filter' },
    body: 'Type a *few letters* of the customer.',
    mark: 'beacon',
  },
  notes: {},
});
