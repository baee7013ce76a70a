import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, runChild, startChild } from '../setup/child.ts';
import { projectRoot } from '../setup/project-root.ts';
import { DEMO_FOLDER } from './demo-folder.ts';

export interface DemoHub {
  url: string;
  /** For the managed policy. */
  enrolToken: string;
  /** Holds a signed pack from now on; answers the address it is fetched from. */
  publish(jws: string): Promise<string>;
  /** A link to the desk that works once. */
  signInLink(): Promise<string>;
  /** The same for somebody else. */
  linkFor(name: string, role: string): Promise<string>;
}

interface HubLogLine {
  msg: string;
  url?: string;
}

const READY_MS = 60_000; // the embedded store opens in 1 s, and in up to 10 s on a busy machine

/** The hub as anybody runs it, on the embedded store in a folder; a folder that is not kept begins empty. */
export async function startDemoHub({ lifetime, persistent }: { lifetime: AbortSignal; persistent: boolean }): Promise<DemoHub> {
  const data = join(DEMO_FOLDER, persistent ? 'hub' : 'hub-once');
  if (!persistent) rmSync(data, { recursive: true, force: true });
  const [enrolToken, publishToken] = [randomToken(), randomToken()];
  const env = {
    ...process.env,
    DATABASE_URL: '',
    PORT: process.env.HUB_PORT ?? '0',
    CAIRN_DATA: data,
    CAIRN_DESK: join(projectRoot, '.output/desk'),
    CAIRN_ENROL_TOKEN: enrolToken,
    CAIRN_RELEASE_HOURS: '0',
    CAIRN_PUBLISH_TOKEN: publishToken,
  };
  const otherLines: string[] = [];
  const listening = watchForLogUrl('listening', otherLines);
  const child = await startChild(process.execPath, ['src/hub/main.ts'], {
    cwd: projectRoot,
    env,
    lifetime,
    output: { line: listening.line },
  });
  const url = await Promise.race([listening.url, rejectWhenLate(otherLines), rejectWhenEnded(child, otherLines)]);
  return {
    url,
    enrolToken,
    publish: (jws) => publish(url, publishToken, jws),
    signInLink: () => requestSignInLink(env, lifetime, ['--name', 'Demo facilitator']),
    linkFor: (name, role) => requestSignInLink(env, lifetime, ['--name', name, '--role', role]),
  };
}

const randomToken = () => randomBytes(24).toString('base64url');

/** The address in the first log line of a kind. What is no log line is a complaint. */
function watchForLogUrl(msg: string, otherLines: string[]) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const line = (text: string) => {
    const entry = parseLogLine(text);
    if (!entry) otherLines.push(text);
    else if (entry.msg === msg && entry.url) resolve(entry.url);
  };
  return { url: promise, line };
}

function parseLogLine(text: string): HubLogLine | undefined {
  try {
    return JSON.parse(text) as HubLogLine;
  } catch {
    return undefined;
  }
}

async function rejectWhenEnded(child: Child, otherLines: string[]): Promise<never> {
  const code = await child.ended;
  // The hub's variable for its port has another name here.
  throw new Error(`The hub ended with code ${code}: ${otherLines.join('\n').replace(/\bPORT\b/g, 'HUB_PORT')}`);
}

async function rejectWhenLate(otherLines: string[]): Promise<never> {
  await new Promise((done) => setTimeout(done, READY_MS).unref());
  throw new Error(`The hub did not start within ${READY_MS / 1000} s: ${otherLines.join('\n') || 'it said nothing'}`);
}

async function publish(url: string, token: string, jws: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/jose' };
  const reply = await fetch(`${url}/v1/packs`, { method: 'POST', headers, body: jws });
  const result = (await reply.json()) as { id: string; detail: string; remedy?: string };
  if (reply.ok) return `${url}/v1/packs/${result.id}`;
  throw new Error(`The hub refused the demo's pack: ${result.detail} ${result.remedy ?? ''}`);
}

async function requestSignInLink(env: NodeJS.ProcessEnv, lifetime: AbortSignal, who: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const args = ['src/hub/main.ts', 'link', ...who];
  const output = { line: (text: string) => void lines.push(text) };
  const code = await runChild(process.execPath, args, { cwd: projectRoot, env, lifetime, output });
  const link = /\S+#sign-in=\S+/.exec(lines.join('\n'))?.[0];
  if (code !== 0 || !link) throw new Error(`The hub made no sign-in link (code ${code}): ${lines.join('\n')}`);
  return link;
}
