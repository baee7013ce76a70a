import { randomUUID } from 'node:crypto';
import type { BacklogItem } from '../../src/model/hub-api/backlog-item.ts';

let arrived = 0;

/** A piece of feedback as the hub would give it, the newest so far, with what is given in place. */
export function feedback(given: Partial<BacklogItem> = {}): BacklogItem {
  arrived += 1;
  const at = new Date(Date.now() - 60_000).toISOString();
  return {
    id: randomUUID(),
    seq: arrived,
    choice: 'slowed',
    app: 'orders',
    route: '/orders/#/Orders/:id',
    control: { role: 'button', name: 'Save' },
    at,
    receivedAt: at,
    state: 'new',
    ...given,
  };
}

const minutesAgo = (minutes: number) => {
  const at = new Date(Date.now() - minutes * 60_000).toISOString();
  return { at, receivedAt: at };
};

/** A backlog such as a real one after some days, oldest first: every choice, every state, long and foreign words, a masked name. */
export function severalPieces(): BacklogItem[] {
  const about = { pack: 'orders-basics', version: 3, guide: 'create-order', step: 'pick-customer' };
  const titles = { guideTitle: 'Create an order', stepTitle: 'Pick the customer' };
  return [
    feedback({ ...minutesAgo(60 * 24 * 40), choice: 'works', state: 'done', control: undefined, route: '/orders/' }),
    feedback({
      ...minutesAgo(60 * 24 * 3),
      choice: 'missing',
      state: 'done',
      app: 'travel',
      control: { role: 'table', name: 'Open trips' },
    }),
    feedback({
      ...minutesAgo(60 * 24 + 70),
      choice: 'confused',
      state: 'planned',
      about,
      ...titles,
      words: 'Der Name des Kunden steht zweimal da, einmal mit und einmal ohne Nummer. Welchen soll ich nehmen?',
      contact: 'Annegret Müller-Lüdenscheidt, Auftragsannahme',
    }),
    feedback({
      ...minutesAgo(300),
      choice: 'slowed',
      app: 'travel',
      control: { role: 'combobox', masked: true },
      route: '/trips/:id/expenses',
    }),
    feedback({ ...minutesAgo(190), choice: 'missing', words: 'أين زر الطباعة؟ كان هنا في النسخة السابقة.', contact: 'سعاد' }),
    feedback({
      ...minutesAgo(95),
      choice: 'idea',
      app: 'stock',
      control: { role: 'textbox', name: 'Quantity' },
      route: '/stock/items/:id?view=:view',
    }),
    feedback({
      ...minutesAgo(42),
      at: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      choice: 'slowed',
      about,
      ...titles,
      words:
        'Every time I save, the whole page loads again and I lose my place in the list.\nWith forty orders a day that is half an hour.',
    }),
    feedback({ ...minutesAgo(12), choice: 'confused', about: { ...about, step: undefined }, ...titles, stepTitle: undefined }),
    feedback({ ...minutesAgo(3), choice: 'idea', words: 'Let me save and open the next one.' }),
    feedback({ ...minutesAgo(0), choice: 'works', about, ...titles }),
  ];
}
