import type { ActivePageGuides } from '../../src/messaging/active-tab-messages.ts';
import type { ExtensionStatus } from '../../src/messaging/extension-messages.ts';

const listed = (id: string, text: string) => ({ key: `orders-basics/${id}`, title: { text, language: 'en' }, sample: false });

/** A page with guides, a checklist that is under way, and two guides that the person has hidden. */
export const samplePage = (): ActivePageGuides => ({
  app: { id: 'orders', name: 'Orders' },
  feedback: true,
  guides: [
    listed('approve', 'Approve an order'),
    { ...listed('find', 'Find an order by its supplier'), sample: true },
    listed('split', 'Split an order between two cost centres'),
    listed('return', 'Send an order back to the person who made it'),
  ],
  checklists: [{ ...listed('first-week', 'Your first week with orders'), done: 2, total: 5 }],
  hidden: [listed('search', 'Search by supplier'), listed('news', 'Orders can now be split')],
});

/** Everything works. */
export const sampleStatus = (): Omit<ExtensionStatus, 'mute' | 'pause'> => ({
  version: '0.1.0',
  policy: {
    apps: [
      { id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] },
      { id: 'travel', name: 'Travel', origins: ['https://travel.example.com'] },
    ],
    hub: 'https://hub.example.com',
    audience: {},
    switches: { guidance: true, feedback: true, friction: true },
    studio: { record: 'authors', author: true },
    days: 30,
  },
  faults: [],
  managed: true,
  packs: [
    {
      ...{ source: 'https://hub.example.com/packs/orders-basics', id: 'orders-basics', title: 'Orders' },
      ...{ version: 3, guides: 5, sample: false, faults: [] },
    },
  ],
  ledger: { waiting: 2, sent: 6, refused: 0 },
  upload: { lastSuccess: Date.UTC(2026, 10, 22, 13, 2), readings: { times: 12, people: 3 } },
});
