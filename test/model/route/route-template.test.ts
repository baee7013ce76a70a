import { expect, test } from 'vitest';
import { routeTemplate } from '../../../src/model/route/route-template.ts';

test.each([
  ['/orders', '/orders'],
  ['/orders/10001', '/orders/:id'],
  ['/orders/10001/items/3', '/orders/:id/items/:id'],
  ['/orders/index.html?customer=Globex#/Orders/10001?layout=TwoColumns', '/orders/index.html#/Orders/:id'],
  ['/a#!/people/3f2504e0-4f89-11d3-9a0c-0305e82c3301', '/a#/people/:id'],
  ["/sap#/Orders('10001')/Items", '/sap#/Orders(:id)/Items'],
  ['/people/anna.meier@example.com', '/people/:id'],
  ['/people/anna%20meier', '/people/:id'],
  ['/day/2026-11-22', '/day/:id'],
  ['/file/9f86d081884c7d65', '/file/:id'],
  ['/page#section-3', '/page'],
  ['/people/anna', '/people/:id'],
  ['/users/anna-meier/edit', '/users/:id/edit'],
  ['/customers/globex/orders', '/customers/:id/orders'],
  ['/customers/new', '/customers/new'],
  ['/search/anna', '/search/:id'],
  ['/orders/index.html', '/orders/index.html'],
  ["/sap#/Customers('anna')/Orders", '/sap#/Customers(:id)/Orders'],
  ['/admin/settings/mail', '/admin/settings/mail'],
])('the template of %s is %s', (address, template) => {
  expect(routeTemplate(`https://app.example${address}`, [])).toBe(template);
});

test('the first of the app’s own templates that matches is used', () => {
  const places = ['/people/:name/leave', '/people/:name'];
  expect(routeTemplate('https://app.example/people/anna', places)).toBe('/people/:name');
  expect(routeTemplate('https://app.example/people/anna/leave', places)).toBe('/people/:name/leave');
});
