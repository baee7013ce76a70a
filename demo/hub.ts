import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, runChild, startChild } from '../setup/child.ts';
import { root } from '../setup/root.ts';
import { demoFolder } from './where.ts';

export interface DemoHub {
  url: string;
  /** For the managed policy. */
  enrolToken: string;
  /** Holds a signed pack from now on; answers the address it is fetched from. */
  publish(jws: string): Promise<string>;
  /** A link to the desk that works once. */
  signInLink(): Promise<string>;
}

interface HubLine {
  msg: string;
  url?: string;
}

const READY_MS = 60_000; // the embedded store opens in 1 s, and in up to 10 s on a busy machine

/** The hub as anybody runs it, on the embedded store in a folder; a folder that is not kept begins empty. */
export async function startDemoHub({ lifetime, keep }: { lifetime: AbortSignal; keep: boolean }): Promise<DemoHub> {
  const data = join(demoFolder, keep ? 'hub' : 'hub-once');
  if (!keep) rmSync(data, { recursive: true, force: true });
  const [enrolToken, publishToken] = [secret(), secret()];
  const env = {
    ...process.env,
    DATABASE_URL: '',
    PORT: process.env.HUB_PORT ?? '0',
    CAIRN_DATA: data,
    CAIRN_DESK: join(root, '.output/desk'),
    CAIRN_ENROL_TOKEN: enrolToken,
    CAIRN_PUBLISH_TOKEN: publishToken,
  };
  const complaints: string[] = [];
  const listening = heard('listening', complaints);
  const child = await startChild(process.execPath, ['src/hub/main.ts'], {
    cwd: root,
    env,
    lifetime,
    output: { line: listening.line },
  });
  const url = await Promise.race([listening.url, tooLate(complaints), endedEarly(child, complaints)]);
  return {
    url,
    enrolToken,
    publish: (jws) => publish(url, publishToken, jws),
    signInLink: () => askForLink(env, lifetime),
  };
}

const secret = () => randomBytes(24).toString('base64url');

/** The address in the first log line of a kind. What is no log line is a complaint. */
function heard(msg: string, complaints: string[]) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const line = (text: string) => {
    const said = logLine(text);
    if (!said) complaints.push(text);
    else if (said.msg === msg && said.url) resolve(said.url);
  };
  return { url: promise, line };
}

function logLine(text: string): HubLine | undefined {
  try {
    return JSON.parse(text) as HubLine;
  } catch {
    return undefined;
  }
}

async function endedEarly(child: Child, complaints: string[]): Promise<never> {
  throw new Error(`The hub ended with code ${await child.ended}: ${complaints.join('\n')}`);
}

async function tooLate(complaints: string[]): Promise<never> {
  await new Promise((done) => setTimeout(done, READY_MS).unref());
  throw new Error(`The hub did not start within ${READY_MS / 1000} s: ${complaints.join('\n') || 'it said nothing'}`);
}

async function publish(url: string, token: string, jws: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/jose' };
  const reply = await fetch(`${url}/v1/packs`, { method: 'POST', headers, body: jws });
  const said = (await reply.json()) as { id: string; detail: string; remedy?: string };
  if (reply.ok) return `${url}/v1/packs/${said.id}`;
  throw new Error(`The hub refused the demo's pack: ${said.detail} ${said.remedy ?? ''}`);
}

async function askForLink(env: NodeJS.ProcessEnv, lifetime: AbortSignal): Promise<string> {
  const complaints: string[] = [];
  const link = heard('sign-in link', complaints);
  const args = ['src/hub/main.ts', 'link', '--name', 'Demo facilitator'];
  const code = await runChild(process.execPath, args, { cwd: root, env, lifetime, output: { line: link.line } });
  if (code !== 0) throw new Error(`The hub made no sign-in link (code ${code}): ${complaints.join('\n')}`);
  return link.url;
}
