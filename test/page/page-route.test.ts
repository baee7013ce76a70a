import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageRoute } from '../../src/page/page-route.ts';

const context = { url: 'https://app.example/settings/janeroe', route: '/settings/:id', places: ['/orders/:number'] };

beforeEach(() => void vi.stubGlobal('location', { href: context.url }));
afterEach(() => void vi.unstubAllGlobals());

test('the route of the page is the one that the background disclosed for its address', () => {
  expect(pageRoute(context)).toBe('/settings/:id');
});

test.each([
  ['/orders/4711', '/orders/:number'],
  ['/users/janeroe', '/users/:id'],
])('until the background has answered for a new address, %s is a template: %s', (path, route) => {
  location.href = `https://app.example${path}`;
  expect(pageRoute(context)).toBe(route);
});
