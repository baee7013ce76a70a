import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/hub/main.ts', import.meta.url));

export interface Ended {
  code: number | null;
  signal: string | null;
  lines: Record<string, unknown>[];
  /** Everything it printed for people. */
  stderr: string;
}

export interface HubProcess {
  child: ChildProcess;
  /** Log lines so far. */
  lines: Record<string, unknown>[];
  /** The log line with this message, as soon as there is one; rejects if the process ends without. */
  logged(msg: string): Promise<Record<string, unknown>>;
  ended: Promise<Ended>;
}

/** The hub as it runs in earnest: its own process, from source, on a port that is free. */
export function startHub(env: Record<string, string>, ...command: string[]): HubProcess {
  const child = spawn(process.execPath, [main, ...command], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      CAIRN_ENROL_TOKEN: 'a-token-for-enrolment',
      CAIRN_RELEASE_HOURS: '0',
      LOG_LEVEL: 'debug',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line));
    for (const look of waiting) look();
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, lines, stderr }));
  const logged = (msg: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const look = () => {
        const found = lines.find((line) => line.msg === msg);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`the hub ended without logging "${msg}": ${stderr}`)));
    });
  return { child, lines, logged, ended };
}

/** The sign-in link that a command printed. */
export const linkIn = (stderr: string): string => /\S+#sign-in=[\w-]{43}/.exec(stderr)?.[0] ?? '';

/** The enrolment token that a command printed. */
export const tokenIn = (stderr: string): string => /^Enrolment token .*: ([\w-]{43})$/m.exec(stderr)?.[1] ?? '';

export async function urlOf(hub: HubProcess): Promise<string> {
  return String((await hub.logged('listening')).url);
}

export async function post<T>(url: string, body: unknown, secret = ''): Promise<{ status: number; body: T }> {
  const headers = { 'content-type': 'application/json', ...(secret && { authorization: `Bearer ${secret}` }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as T };
}

export async function enrolAt(url: string): Promise<string> {
  const { body } = await post<{ secret: string }>(`${url}/v1/enrol`, { token: 'a-token-for-enrolment' });
  return body.secret;
}
