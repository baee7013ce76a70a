import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { BrowserEnded, BrowserSilent, connectDevTools, DevToolsError } from '../../../src/cli/browser/devtools.ts';

function connect(timeoutMs?: number) {
  const fromBrowser = new PassThrough();
  const devtools = connectDevTools(new PassThrough(), fromBrowser, timeoutMs);
  return { devtools, fromBrowser, say: (message: object) => fromBrowser.write(`${JSON.stringify(message)}\0`) };
}

test('a tab that closes refuses what it was asked, and no other tab does', async () => {
  const { devtools, say } = connect();
  const closing = devtools.send('Runtime.evaluate', {}, 'closing');
  const staying = devtools.send('Runtime.evaluate', {}, 'staying');
  say({ method: 'Target.detachedFromTarget', params: { sessionId: 'closing' } });
  await expect(closing).rejects.toThrow(DevToolsError);
  await expect(closing).rejects.toThrow('Runtime.evaluate: the tab has closed.');
  say({ id: 2, result: { is: 'here' }, sessionId: 'staying' });
  expect(await staying).toEqual({ is: 'here' });
});

test('listeners know of a closed tab before its commands are refused', async () => {
  const { devtools, say } = connect();
  const seen: string[] = [];
  devtools.onEvent((method) => void seen.push(method));
  const asked = devtools.send('Page.getFrameTree', {}, 'tab').catch(() => void seen.push('refused'));
  say({ method: 'Target.detachedFromTarget', params: { sessionId: 'tab' } });
  await asked;
  expect(seen).toEqual(['Target.detachedFromTarget', 'refused']);
});

test('an answer in pieces is read as one; without any answer the page is silent', async () => {
  const { devtools, fromBrowser } = connect(20);
  const answered = devtools.send('Page.enable');
  const bytes = Buffer.from('{"id":1,"result":{"name":"Größe"}}\0');
  for (const byte of bytes) fromBrowser.write(Buffer.of(byte));
  expect(await answered).toEqual({ name: 'Größe' });
  await expect(devtools.send('Page.enable')).rejects.toThrow(BrowserSilent);
});

test('a browser that ends refuses what is open and what comes later', async () => {
  const { devtools, fromBrowser } = connect();
  const open = devtools.send('Page.enable');
  fromBrowser.destroy();
  await expect(open).rejects.toThrow(BrowserEnded);
  await expect(devtools.send('Page.enable')).rejects.toThrow(BrowserEnded);
});
