import { expect, test } from 'vitest';
import { appAt } from '../../src/policy/app-at.ts';
import { judgePolicy } from '../../src/policy/judge-policy.ts';
import { matchPatterns } from '../../src/policy/match-patterns.ts';

const { policy } = judgePolicy({
  apps: [
    { id: 'orders', name: 'Orders', origins: ['https://orders.example', 'http://127.0.0.1:4112'] },
    { id: 'suite', name: 'Suite', origins: ['https://*.suite.example', 'https://*.ports.example:8443'] },
    { id: 'mail', name: 'Mail', origins: ['https://mail.suite.example', 'https://*.deep.suite.example'] },
  ],
});

test.each([
  ['https://orders.example/', 'orders'],
  ['https://orders.example/a/b?c=d#e', 'orders'],
  ['https://orders.example:443/', 'orders'],
  ['https://ORDERS.example/', 'orders'],
  ['http://127.0.0.1:4112/x', 'orders'],
  ['https://a.suite.example/', 'suite'],
  ['https://a.b.suite.example/', 'suite'],
  ['https://suite.example/', 'suite'],
  ['https://a.ports.example:8443/', 'suite'],
  ['https://mail.suite.example/', 'mail'],
  ['https://x.deep.suite.example/', 'mail'],
])('%s belongs to the app %s', (url, id) => {
  expect(appAt(policy, url)?.id).toBe(id);
});

test.each([
  'http://orders.example/',
  'https://orders.example:8443/',
  'https://orders.example.evil.example/',
  'https://evil-orders.example/',
  'https://a.orders.example/',
  'https://orders.example./',
  'https://orders.example@evil.example/',
  'http://127.0.0.1/',
  'http://127.0.0.1:41120/',
  'http://localhost:4112/',
  'https://notsuite.example/',
  'https://a.suite.example:8443/',
  'http://a.suite.example/',
  'https://a.ports.example/',
  'ftp://orders.example/',
  'blob:https://orders.example/1234',
  'view-source:https://orders.example/',
  'chrome://settings/',
  'about:blank',
  'file:///orders.example',
  'data:text/html,https://orders.example/',
  'javascript:alert(1)',
  '',
  'orders.example',
])('%s belongs to no app', (url) => {
  expect(appAt(policy, url)).toBeUndefined();
});

test('match patterns with ports include the default port, since a pattern without one covers all ports', () => {
  expect(matchPatterns(policy, { ports: true })).toEqual([
    'https://orders.example:443/*',
    'http://127.0.0.1:4112/*',
    'https://*.suite.example:443/*',
    'https://*.ports.example:8443/*',
    'https://mail.suite.example:443/*',
    'https://*.deep.suite.example:443/*',
  ]);
});

test('match patterns without ports name each host once', () => {
  const two = judgePolicy({
    apps: [{ id: 'a', name: 'A', origins: ['http://127.0.0.1:1', 'http://127.0.0.1:2', 'http://127.0.0.1'] }],
  }).policy;
  expect(matchPatterns(two, { ports: false })).toEqual(['http://127.0.0.1/*']);
  expect(matchPatterns(two, { ports: true })).toEqual(['http://127.0.0.1:1/*', 'http://127.0.0.1:2/*', 'http://127.0.0.1:80/*']);
});

test('a policy without apps has no match patterns', () => {
  expect(matchPatterns({ apps: [] }, { ports: true })).toEqual([]);
});
