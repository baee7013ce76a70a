import { randomUUID } from 'node:crypto';
import type { InboxItem } from '../../src/model/hub-api/inbox.ts';
import type { InboxStatus } from '../../src/model/hub-api/inbox-status.ts';

let made = 0;

const untouched: InboxStatus = {
  ...{ state: 'new', snoozedUntil: null, reason: null, mergedInto: null, isApart: false, assignee: null },
};

/** A piece of feedback of today as the hub would give it, the first in its order so far, with what is given in place. */
export function feedback({
  state,
  score,
  ...given
}: Partial<InboxItem> & { state?: InboxStatus['state']; score?: number } = {}): InboxItem {
  made += 1;
  return {
    id: `${String(made).padStart(8, '0')}${randomUUID().slice(8)}`,
    kind: 'feedback',
    choice: 'slowed',
    app: 'orders',
    route: '/orders/#/Orders/:id',
    control: { role: 'button', name: 'Save' },
    at: dayBefore(0),
    ...{ revision: 0, assigneeName: null, changedBy: null, changedAt: null, members: [] },
    status: { ...untouched, ...(state && { state }), ...(state === 'closed' && { reason: 'done' }) },
    priority: {
      score: score ?? made,
      reach: { value: 1, items: 1 },
      severity: { value: 3, by: 'choice' },
      freshness: { value: 1, days: 0 },
    },
    ...given,
  };
}

/** The UTC day so many days before today. */
export const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const daysAgo = (days: number) => ({ at: dayBefore(days) });

/** An inbox such as a real one after some days, least important first: every choice, every open state, long and foreign words, a masked name. */
export function severalPieces(): InboxItem[] {
  const about = { pack: 'orders-basics', version: 3, guide: 'create-order', step: 'pick-customer' };
  const titles = { guideTitle: 'Create an order', stepTitle: 'Pick the customer' };
  return [
    feedback({ ...daysAgo(40), choice: 'works', state: 'open', control: undefined, route: '/orders/' }),
    feedback({
      ...daysAgo(3),
      choice: 'missing',
      state: 'open',
      app: 'travel',
      control: { role: 'table', name: 'Open trips' },
    }),
    feedback({
      ...daysAgo(2),
      choice: 'confused',
      state: 'new',
      about,
      ...titles,
      words: 'Der Name des Kunden steht zweimal da, einmal mit und einmal ohne Nummer. Welchen soll ich nehmen?',
      contact: 'Annegret Müller-Lüdenscheidt, Auftragsannahme',
    }),
    feedback({
      ...daysAgo(1),
      choice: 'slowed',
      app: 'travel',
      control: { role: 'combobox', masked: true },
      route: '/trips/:id/expenses',
    }),
    feedback({ ...daysAgo(1), choice: 'missing', words: 'أين زر الطباعة؟ كان هنا في النسخة السابقة.', contact: 'سعاد' }),
    feedback({
      ...daysAgo(1),
      choice: 'idea',
      app: 'stock',
      control: { role: 'textbox', name: 'Quantity' },
      route: '/stock/items/:id?view=:view',
    }),
    feedback({
      ...daysAgo(0),
      choice: 'slowed',
      about,
      ...titles,
      words:
        'Every time I save, the whole page loads again and I lose my place in the list.\nWith forty orders a day that is half an hour.',
    }),
    feedback({ ...daysAgo(0), choice: 'confused', about: { ...about, step: undefined }, ...titles, stepTitle: undefined }),
    feedback({ ...daysAgo(0), choice: 'idea', words: 'Let me save and open the next one.' }),
    feedback({ ...daysAgo(0), choice: 'works', about, ...titles }),
  ];
}
