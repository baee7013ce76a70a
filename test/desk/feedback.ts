import { randomUUID } from 'node:crypto';
import type { BacklogItem } from '../../src/model/hub-api/backlog-item.ts';

let made = 0;

/** A piece of feedback of today as the hub would give it, the first in its order so far, with what is given in place. */
export function feedback(given: Partial<BacklogItem> = {}): BacklogItem {
  made += 1;
  return {
    id: `${String(made).padStart(8, '0')}${randomUUID().slice(8)}`,
    choice: 'slowed',
    app: 'orders',
    route: '/orders/#/Orders/:id',
    control: { role: 'button', name: 'Save' },
    at: dayBefore(0),
    state: 'new',
    ...given,
  };
}

/** The UTC day so many days before today. */
export const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const daysAgo = (days: number) => ({ at: dayBefore(days) });

/** A backlog such as a real one after some days, oldest first: every choice, every state, long and foreign words, a masked name. */
export function severalPieces(): BacklogItem[] {
  const about = { pack: 'orders-basics', version: 3, guide: 'create-order', step: 'pick-customer' };
  const titles = { guideTitle: 'Create an order', stepTitle: 'Pick the customer' };
  return [
    feedback({ ...daysAgo(40), choice: 'works', state: 'done', control: undefined, route: '/orders/' }),
    feedback({
      ...daysAgo(3),
      choice: 'missing',
      state: 'done',
      app: 'travel',
      control: { role: 'table', name: 'Open trips' },
    }),
    feedback({
      ...daysAgo(2),
      choice: 'confused',
      state: 'planned',
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
