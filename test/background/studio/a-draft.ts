import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';

export const draftId = '5f0c1d8e-3b5a-4c6e-9d2f-0a1b2c3d4e5f';

/** A walkthrough of two steps in the app `orders`. */
export const aDraft = (): StudioDraft => ({
  id: draftId,
  app: 'orders',
  language: 'en',
  guide: {
    kind: 'walkthrough',
    id: 'create-an-order',
    title: 'Create an order',
    priority: 50,
    steps: [
      {
        id: 'new',
        title: 'New order',
        body: 'Choose **New order**.',
        anchor: { role: 'button', name: 'New order' },
        advance: { on: 'click' },
      },
      {
        id: 'save',
        title: 'Save',
        body: 'Choose **Save**.',
        at: '/orders/:id',
        anchor: { role: 'button', name: 'Save', confidence: 0.6 },
        advance: { on: 'click' },
      },
    ],
  },
  notes: {},
  createdAt: 1,
  changedAt: 1,
  revision: 0,
});
