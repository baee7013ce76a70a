import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Answer, serve } from './harness/serve.ts';

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css' };
const folder = new URL('../pages/shop/', import.meta.url);

/** The shop of test/pages: a list, an order and a list of products, each a page load of its own. Gives its origin. */
export function startShop(lifetime: AsyncDisposableStack, headers: Record<string, string> = {}): Promise<string> {
  return serve(lifetime, async ({ pathname }): Promise<Answer | undefined> => {
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const type = types[extname(file)];
    if (!type || !/^[a-z]+\.[a-z]+$/.test(file)) return undefined;
    return { type, body: await readFile(new URL(file, folder)), headers };
  });
}

const said = (words: string) => ({ en: words, de: `${words} (de)` });

/** A tip on the search box, and a walkthrough of five steps over three page loads. */
export const shopPack = (version = 1) => ({
  format: 'cairn/1',
  id: 'shop-basics',
  version,
  app: 'shop',
  title: said('Shop basics'),
  language: 'en',
  sample: true,
  places: ['/order.html', '/products.html', '/index.html', '/'],
  guides: [
    {
      kind: 'tip',
      id: 'search',
      title: said(version === 1 ? 'Search by customer' : 'Search by customer or number'),
      where: ['/', '/index.html'],
      anchor: { role: 'searchbox', name: 'Find an order' },
      body: said('A **part of the name** is enough.'),
      opens: 'approve',
    },
    {
      kind: 'walkthrough',
      id: 'approve',
      title: said('Approve an order'),
      steps: [
        {
          id: 'find',
          title: said('Find the order'),
          body: said('Type a name, then press Tab.'),
          at: '/index.html',
          go: '/index.html',
          anchor: { role: 'searchbox', name: 'Find an order' },
          advance: { on: 'input' },
        },
        {
          id: 'look',
          title: said('Search'),
          body: said('Press Search.'),
          at: '/index.html',
          go: '/index.html',
          anchor: { role: 'button', name: 'Search' },
          advance: { on: 'click' },
        },
        {
          id: 'open',
          title: said('Open it'),
          body: said('Open the first order.'),
          at: '/index.html',
          advance: { on: 'place', to: '/order.html' },
        },
        {
          id: 'approve',
          title: said('Approve'),
          body: said('Press Approve order.'),
          at: '/order.html',
          go: '/order.html?id=10001',
          anchor: { role: 'button', name: 'Approve order' },
          advance: { on: 'click' },
        },
        {
          id: 'export',
          title: said('Take it along'),
          body: said('Products have their own list.'),
          at: '/products.html',
          go: '/products.html',
          anchor: { role: 'button', name: 'Export list' },
        },
      ],
    },
  ],
});
