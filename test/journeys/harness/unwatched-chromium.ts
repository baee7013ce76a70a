import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { idOfFolder } from './extension-id.ts';
import { chromiumPolicy, type ManagedPolicy } from './policy-content.ts';
import { POLICY_FOLDERS, withPolicy } from './with-policy.ts';

interface UnwatchedChromiumOptions {
  lifetime: AsyncDisposableStack;
  extension: string;
  policy: ManagedPolicy;
  /** The page that it opens. */
  url: string;
}

const PROGRAM = '/usr/bin/chromium';
const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--no-proxy-server',
  '--remote-debugging-port=0',
];

/**
 * A Chromium in which no DevTools are attached to a page, since a page that they watch is neither prerendered nor kept when it is left.
 * Its pages tell a server what they see; only the extension's worker is asked, by an expression.
 */
export async function startUnwatchedChromium({ lifetime, extension, policy, url }: UnwatchedChromiumOptions) {
  const extensionId = idOfFolder(extension);
  const content = chromiumPolicy(extensionId, policy, { NetworkPredictionOptions: 0 });
  const place = { program: PROGRAM, folder: POLICY_FOLDERS.chromium, file: 'managed/journey.json' };
  const { executablePath } = await withPolicy({ lifetime, ...place, content });
  const profile = await mkdtemp(join(tmpdir(), 'cairn-unwatched-'));
  lifetime.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const loading = [`--user-data-dir=${profile}`, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const child = spawn(executablePath, [...ARGS, ...loading, url], { stdio: 'ignore' });
  lifetime.defer(async () => {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  });
  const port = await eventually(
    async () => (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')[0] || undefined,
    () => 'Chromium has not started',
    30_000,
  );
  return {
    /** What an expression comes to in the extension's worker, once that runs. */
    askWorker: async <T>(expression: string): Promise<T> => {
      let why = 'it does not run';
      const { value } = await eventually(
        async () => {
          const worker = await workerAddress(port, extensionId);
          const reply = worker && (await evaluate<T>(worker, expression));
          if (reply && !reply.result) why = JSON.stringify(reply);
          return reply ? reply.result?.result : undefined;
        },
        () => `The worker of the extension does not answer: ${why}`,
        30_000,
      );
      return value;
    },
  };
}

async function workerAddress(port: string, extensionId: string): Promise<string | undefined> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    url: string;
    webSocketDebuggerUrl: string;
  }[];
  return targets.find(({ url }) => url.startsWith(`chrome-extension://${extensionId}/background`))?.webSocketDebuggerUrl;
}

type Reply<T> = { id?: number; result?: { result: { value: T } } };

/** A worker that is only starting answers with a fault. */
async function evaluate<T>(address: string, expression: string): Promise<Reply<T>> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const { promise, resolve } = Promise.withResolvers<Reply<T>>();
  // Events come as well as the answer.
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data as string) as Reply<T>;
    if (message.id === 1) resolve(message);
  });
  const params = { expression, awaitPromise: true, returnByValue: true };
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
  const reply = await promise;
  socket.close();
  return reply;
}
