import { expect, test } from 'vitest';
import { listen, localUrl } from '../../../src/hub/http/listen.ts';

test.each([
  ['127.0.0.1', 8787, 'http://127.0.0.1:8787'],
  ['hub.example.com', 80, 'http://hub.example.com:80'],
  ['::1', 1, 'http://[::1]:1'],
  ['0.0.0.0', 2, 'http://127.0.0.1:2'],
  ['::', 3, 'http://[::1]:3'],
])('the local URL of %s %i is %s', (host, port, expected) => {
  expect(localUrl(host, port)).toBe(expected);
});

test('a server with idle kept-alive connections stops at once', async () => {
  const listening = await listen(() => new Response('here'), { host: '127.0.0.1', port: 0 });
  expect(await (await fetch(listening.url)).text()).toBe('here');
  const asked = performance.now();
  await listening.stop(3500);
  expect(performance.now() - asked).toBeLessThan(2000);
  await expect(fetch(listening.url)).rejects.toThrow();
});
