import { expect, test } from 'vitest';
import { linkHost } from '../../../src/overlay/ui/link-host.tsx';

const page = 'https://orders.example/list?a=1';

test.each<[address: string, words: string, host: string | undefined]>([
  ['https://docs.example.com/a', 'Help', 'docs.example.com'],
  ['https://docs.example.com:8443/a', 'Help', 'docs.example.com:8443'],
  ['https://docs.example.com/a', 'https://bank.example/', 'docs.example.com'],
  ['https://docs.example.com/a', 'docs.example.com', 'docs.example.com'],
  ['https://docs.example.com/a', 'https://docs.example.com/a', undefined],
  ['https://docs.example.com', 'https://docs.example.com/', undefined],
  ['https://аpple.com/', 'https://apple.com/', 'xn--pple-43d.com'],
  ['https://größe.example/', 'Größe', 'xn--gre-6ka8i.example'],
  ['/orders/new', 'New order', undefined],
  ['https://orders.example/new', 'New order', undefined],
  ['https://orders.example/new', 'bank.example', 'orders.example'],
  ['/orders/new', 'https://bank.example/login', 'orders.example'],
  ['/orders/new', 'bank。example', 'orders.example'],
  ['/orders/new', 'Go on. Then save.', undefined],
  ['https://orders.example.evil.example/', 'orders.example', 'orders.example.evil.example'],
  ['http://orders.example:81/', 'Orders', 'orders.example:81'],
  ['javascript:alert(1)', 'x', undefined],
  ['https://', 'x', undefined],
])('%s with the words "%s" shows the host %s', (address, words, host) => {
  expect(linkHost(address, words, page)).toBe(host);
});
