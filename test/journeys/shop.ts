import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type ServedFile, serve } from './harness/serve.ts';

const CONTENT_TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css' };
const SHOP_FOLDER = new URL('../pages/shop/', import.meta.url);

/** The shop of test/pages: a list, an order and a list of products, each a page load of its own. Gives its origin. */
export function startShop(lifetime: AsyncDisposableStack, headers: Record<string, string> = {}): Promise<string> {
  return serve(lifetime, async ({ pathname }): Promise<ServedFile | undefined> => {
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const type = CONTENT_TYPES[extname(file)];
    if (!type || !/^[a-z]+\.[a-z]+$/.test(file)) return undefined;
    return { type, body: await readFile(new URL(file, SHOP_FOLDER)), headers };
  });
}

const localized = (words: string) => ({ en: words, de: `${words} (de)` });

/** A tip on the search box, and a walkthrough of five steps over three page loads. */
export const shopPack = (version = 1) => ({
  format: 'cairn/1',
  id: 'shop-basics',
  version,
  app: 'shop',
  title: localized('Shop basics'),
  language: 'en',
  sample: true,
  places: ['/order.html', '/products.html', '/index.html', '/'],
  guides: [
    {
      kind: 'tip',
      id: 'search',
      title: localized(version === 1 ? 'Search by customer' : 'Search by customer or number'),
      where: ['/', '/index.html'],
      anchor: { role: 'searchbox', name: 'Find an order' },
      body: localized('A **part of the name** is enough.'),
      opens: 'approve',
    },
    {
      kind: 'walkthrough',
      id: 'approve',
      title: localized('Approve an order'),
      steps: [
        {
          id: 'find',
          title: localized('Find the order'),
          body: localized('Type a name, then press Tab.'),
          at: '/index.html',
          go: '/index.html',
          anchor: { role: 'searchbox', name: 'Find an order' },
          advance: { on: 'input' },
        },
        {
          id: 'look',
          title: localized('Search'),
          body: localized('Press Search.'),
          at: '/index.html',
          go: '/index.html',
          anchor: { role: 'button', name: 'Search' },
          advance: { on: 'click' },
        },
        {
          id: 'open',
          title: localized('Open it'),
          body: localized('Open the first order.'),
          at: '/index.html',
          advance: { on: 'place', to: '/order.html' },
        },
        {
          id: 'approve',
          title: localized('Approve'),
          body: localized('Press Approve order.'),
          at: '/order.html',
          go: '/order.html?id=10001',
          anchor: { role: 'button', name: 'Approve order' },
          advance: { on: 'click' },
        },
        {
          id: 'export',
          title: localized('Take it along'),
          body: localized('Products have their own list.'),
          at: '/products.html',
          go: '/products.html',
          anchor: { role: 'button', name: 'Export list' },
        },
      ],
    },
  ],
});
