import { expect, test } from 'vitest';
import { routeTemplate } from '../../../src/model/route/route-template.ts';
import { useBrowser } from '../browser.ts';

const open = useBrowser();

test.each([
  ['/orders/4711/edit', '/orders/:id/edit'],
  ['/customers/jane-doe', '/customers/:id'],
  ['/people/ada', '/people/:id'],
  ['/wiki/lovelace-family', '/wiki/:id'],
  ['/users/jane-doe/edit', '/users/:id/edit'],
  ['/search/ada?page=2', '/search/:id'],
  ['/#/people/ada@example.com?tab=2', '/#/people/:id'],
  ['/settings#top', '/settings'],
  ["/sap#/Customers('ada')/Orders", '/sap#/Customers(:id)/Orders'],
])('an anchor recorded at %s has the route %s, as an entry has', async (address, route) => {
  const page = await open('orders');
  const anchor = await page.evaluate((address) => {
    history.replaceState(null, '', address);
    return cairn.describe(cairn.pick('#save'));
  }, address);
  expect(anchor.route).toBe(route);
  expect(routeTemplate(`https://app.example${address}`, [])).toBe(route);
});
