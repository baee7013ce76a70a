import { expect, test } from 'vitest';
import { judgePage } from '../../src/targeting/judge-page.ts';
import { aTip } from './a-guide.ts';

const at = 'https://app.example';

test.each([
  // address, places, does it lie there?
  ['/orders', ['/orders'], true],
  ['/orders/', ['/orders'], true],
  ['/orders', ['/orders/'], true],
  ['/orders?sort=date&page=2', ['/orders'], true],
  ['/orders#top', ['/orders'], true],
  ['/orders/7', ['/orders'], false],
  ['/orders/7', ['/orders/:id'], true],
  ['/orders/7/', ['/orders/:id'], true],
  ['/orders/7/lines', ['/orders/:id'], false],
  ['/orders/7/lines', ['/orders/*'], true],
  ['/orders', ['/orders/*'], false],
  ['/orders', ['/orders{/*}?'], true],
  ['/Orders', ['/orders'], false],
  ['/orders/index.html', ['/orders/*.html'], true],
  ['/a%20b', ['/a%20b'], true],
  ['/orders?tab=open', ['/orders\\?tab=open'], true],
  ['/orders?tab=open&x=1', ['/orders\\?tab=open'], false],
  ['/orders?x=1&tab=open', ['/orders\\?*tab=open*'], true],
  ['/orders', ['/orders\\?tab=open'], false],
  ['/app/?view=list#/Orders/7', ['#/Orders/:id'], true],
  ['/app/?view=list#/Orders/7/', ['#/Orders/:id'], true],
  ['/app/#/Orders/7?tab=lines', ['#/Orders/:id'], true],
  ['/app/#Orders/7', ['#/Orders/:id'], true],
  ['/app/#/Orders', ['#/Orders/:id'], false],
  ['/app/', ['#/Orders/:id'], false],
  ['/app/#/Orders/7', ['/other/*#/Orders/:id'], false],
  ['/app/#/Orders/7', ['/app/*#/Orders/:id'], true],
  ['/app/#!/Orders/7', ['#!/Orders/:id'], true],
  ['/', ['/'], true],
  ['', ['/'], true],
  ['/anything?x#y', ['*'], true],
  ['/products/1', ['/orders/*', '/products/*'], true],
  ['/anywhere', undefined, true],
] as const)('%s in %j: %s', (path, where, lies) => {
  const verdict = judgePage(aTip(where && { where: [...where] }), { url: at + path });
  expect(verdict).toEqual(lies ? { fits: true } : { fits: false, rule: 'place', by: [where?.join(', ')] });
});

const save = { role: 'button', name: 'Save' };

test.each([
  ['is on the page fits', () => true, true],
  ['is not on the page is refused', () => false, false],
  ['nobody can look for fits', undefined, true],
])('a guide that requires a control which %s', (_how, has, fits) => {
  expect(judgePage(aTip({ requiresControl: save }), { url: at, has }).fits).toBe(fits);
});

test('a guide that needs no control asks for none', () => {
  const asked = () => {
    throw new Error('asked');
  };
  expect(judgePage(aTip(), { url: at, has: asked }).fits).toBe(true);
});
