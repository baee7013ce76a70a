import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discloseRoute } from '../../src/disclosure/disclose-route.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { routeTemplate } from '../../src/model/route/route-template.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';

const placesOf = (app: string): string[] =>
  packSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, `../apps/${app}/pack/${app}.json`), 'utf8'))).places;

/** Pages of real apps: the address, its route with the app's pack, and its route where no pack says anything. */
const PAGES: Record<string, [address: string, withPack: string, withoutPack: string][]> = {
  ui5: [
    ['/sign-in', '/sign-in', '/sign-in'],
    ['/orders/index.html', '/orders/*', '/orders/index.html'],
    ['/orders/index.html#/Orders/10001?layout=TwoColumns', '/orders/*#/Orders/:id', '/orders/index.html#/Orders/:id'],
    ['/products/index.html#/Products/HT-1000', '/products/*#/Products/:id', '/products/index.html#/Products/:id'],
  ],
  cockpit: [
    ['/system', '/system', '/system'],
    ['/system/services', '/system/services', '/system/services'],
    ['/system/services#/cron.service', '/system/services#/:id', '/system/services#/:id'],
    ['/system/logs#/?prio=err', '/system/logs#/', '/system/logs#/'],
    ['/storage', '/storage', '/storage'],
    ['/network', '/network', '/network'],
    ['/metrics', '/metrics', '/metrics'],
    ['/software', '/software', '/software'],
    ['/podman', '/:id', '/:id'],
    ['/users', '/users', '/users'],
    ['/users#/jane.roe', '/users#/:id', '/users#/:id'],
  ],
  rt5: [
    ['/', '/', '/'],
    ['/Ticket/Create.html?Queue=1', '/Ticket/Create.html', '/Ticket/Create.html'],
    ['/Ticket/Display.html?id=17', '/Ticket/Display.html', '/Ticket/:id'],
    ['/Search/Results.html?Query=Subject', '/Search/*', '/Search/Results.html'],
    ['/NoAuth/Login.html', '/NoAuth/*', '/NoAuth/Login.html'],
    ['/User/Prefs.html', '/User/:id', '/User/:id'],
  ],
  vendure: [
    ['/admin/', '/admin/', '/admin/'],
    ['/admin/login', '/admin/login', '/admin/login'],
    ['/admin/orders', '/admin/orders', '/admin/orders'],
    ['/admin/catalog/products/7', '/admin/catalog/products/:id', '/admin/catalog/products/:id'],
    ['/admin/settings/payment-methods', '/admin/settings/payment-methods', '/admin/settings/payment-methods'],
    ['/admin/orders/4', '/admin/orders/:id', '/admin/orders/:id'],
    ['/admin/orders/draft/4', '/admin/orders/draft/*', '/admin/orders/:id/:id'],
    ['/admin/customer/customers/12', '/admin/customer/:id/:id', '/admin/customer/:id/:id'],
  ],
};

describe.each(Object.keys(PAGES))('the pages of %s', (app) => {
  test.each(PAGES[app]!)('%s is %s with the pack of the app, and %s without', (address, withPack, withoutPack) => {
    const disclosed = (places: string[]) =>
      discloseRoute(routeTemplate(`https://app.example${address}`, places), shippedKnowledge({ places }));
    expect([disclosed(placesOf(app)), disclosed([])]).toEqual([withPack, withoutPack]);
  });
});
