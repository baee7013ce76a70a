import type { ActivePageGuides } from '../../src/messaging/active-tab-messages.ts';

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
