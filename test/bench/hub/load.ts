import { Agent, request } from 'node:http';
import { batchBody } from './sample-entries.ts';

const TOKEN = 'a-token-for-enrolment';

/** Batches that one install may send at once without waiting; see the hub's own limit. */
const BATCHES_PER_INSTALL = 100;

export interface Reply {
  status: number;
  text: string;
  ms: number;
}

interface Asked {
  method: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/**
 * Asks over connections that stay open, as a proxy in front of a hub does. The hub closes one that is idle for five seconds, perhaps while
 * the next request is on its way on it: that one is sent again.
 */
export function ask(agent: Agent, url: string, sent: Asked): Promise<Reply> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: sent.method, headers: sent.headers ?? {}, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - from }));
      response.on('error', reject);
    });
    const fail = (error: NodeJS.ErrnoException) =>
      asking.reusedSocket && error.code === 'ECONNRESET' ? resolve(ask(agent, url, sent)) : reject(error);
    asking.on('error', fail).end(sent.body);
  });
}

export const newAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 64 });

export async function enrolAt(agent: Agent, url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const { text } = await ask(agent, `${url}/v1/enrol`, { method: 'POST', headers, body: JSON.stringify({ token: TOKEN }) });
  return (JSON.parse(text) as { secret: string }).secret;
}

export interface Load {
  urls: readonly string[];
  /** Senders at once; each is a browser of its own, and takes turns with the addresses. */
  senders: number;
  batches: number;
  size: number;
}

export interface LoadResult {
  /** Entries acknowledged per second. */
  perSecond: number;
  /** Time of each batch in milliseconds, sorted. */
  times: number[];
}

/** Sends batches that are made before the clock starts. Throws if one is not taken whole. */
export async function sendLoad({ urls, senders, batches, size }: Load): Promise<LoadResult> {
  const agent = newAgent();
  const bodies = Array.from({ length: batches }, () => batchBody(size));
  const installs = Math.max(senders, Math.ceil(batches / BATCHES_PER_INSTALL));
  const secrets = await Promise.all(Array.from({ length: installs }, () => enrolAt(agent, urls[0]!)));
  const times: number[] = [];
  let next = 0;
  const sendAll = async (sender: number) => {
    for (let nth = next++; nth < batches; nth = next++) {
      const secret = secrets[(sender + senders * Math.floor(nth / (senders * BATCHES_PER_INSTALL))) % installs]!;
      times.push((await sendBatch(agent, urls[nth % urls.length]!, secret, bodies[nth]!)).ms);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: senders }, (_, sender) => sendAll(sender)));
  const seconds = (performance.now() - from) / 1000;
  agent.destroy();
  return { perSecond: (batches * size) / seconds, times: times.sort((a, b) => a - b) };
}

export async function sendBatch(agent: Agent, url: string, secret: string, body: Buffer): Promise<Reply> {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: `Bearer ${secret}` };
  const reply = await ask(agent, `${url}/v1/entries`, { method: 'POST', headers, body });
  if (reply.status !== 200 || reply.text.includes('"accepted":false'))
    throw new Error(`a batch was answered ${reply.status}: ${reply.text.slice(0, 300)}`);
  return reply;
}

/** The value below which this share of sorted values lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
