import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Entry } from '../../src/model/entry/entry.ts';
import type { EntryResult } from '../../src/model/hub-api/intake.ts';

/** Ways to fail a request. The last four fail it after the hub has done what was requested. */
export const faults = [
  'down',
  'slow',
  '400',
  '401',
  '413',
  '429',
  '500',
  '502',
  'sign-in page',
  'garbage',
  'no results',
  'cut mid-body',
  'forgotten',
  'half a response',
  'killed before the answer',
  '500 after commit',
] as const;
export type Fault = (typeof faults)[number];

interface AcceptedEntry {
  entry: Entry;
  install: string;
}

export interface FakeHub {
  url: string;
  token: string;
  /** The accepted entries, in order of arrival. A duplicate id would be a second row only if the hub were wrong. */
  table: AcceptedEntry[];
  /** Ids that were erased: the hub accepts none of them again. */
  erased: Set<string>;
  /** Called at every request, before its body is read. */
  fault: () => Fault | undefined;
  /** How the hub fails because of these entries. */
  poisonedBy: (entries: readonly Entry[]) => Fault | undefined;
  /** Why this entry is refused, if it is. */
  refuses: (entry: Entry) => string | undefined;
  /** Called when a request is left without an answer, so that a test can advance the time. */
  onSlow: () => void;
  requests: number;
  enrolments: number;
  now: () => Date;
  /** Forgets every install, and accepts only another token from now on. */
  revoke(token: string): void;
  close(): Promise<void>;
}

/** A hub over real HTTP that fails as a test wants, and otherwise follows the same rules as the real one. */
export async function fakeHub(): Promise<FakeHub> {
  const installs = new Map<string, string>();
  const server = createServer((request, response) => void answer(request, response).catch(() => request.socket.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hub: FakeHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'token-of-the-policy',
    table: [],
    erased: new Set(),
    fault: () => undefined,
    poisonedBy: () => undefined,
    refuses: () => undefined,
    onSlow: () => undefined,
    requests: 0,
    enrolments: 0,
    now: () => new Date(),
    revoke(token) {
      installs.clear();
      hub.token = token;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    hub.requests++;
    const fault = hub.fault();
    if (fault === 'down') request.socket.destroy();
    else if (fault === 'cut mid-body') cutInBody(request);
    else receive(await plain(request), { request, response, fault });
  }

  function receive(text: string, at: Exchange): void {
    const { request, response } = at;
    const body = text ? (JSON.parse(text) as { token?: string; entries: Entry[] }) : { entries: [] };
    if (request.url === '/v1/enrol') {
      if (body.token === hub.token) reply(at, enrol);
      else problem(response, 403, 'This is not an enrolment token of this hub.');
      return;
    }
    const install = installs.get(request.headers.authorization ?? '');
    const fault = at.fault ?? hub.poisonedBy(body.entries);
    if (!install) problem(response, 401, 'No install of this hub has this secret.');
    else if (request.method === 'DELETE') reply(at, () => erase(request.url?.split('/').at(-1) ?? ''));
    else reply({ ...at, fault }, () => ({ now: hub.now().toISOString(), results: take(body.entries, install) }));
  }

  function enrol() {
    hub.enrolments++;
    const made = { install: randomUUID(), secret: randomUUID() + randomUUID() };
    installs.set(`Bearer ${made.secret}`, made.install);
    return made;
  }

  function erase(id: string) {
    const place = hub.table.findIndex(({ entry }) => entry.id === id);
    if (place >= 0) hub.table.splice(place, 1);
    hub.erased.add(id);
    return { id, erased: place >= 0, at: hub.now().toISOString() };
  }

  function take(entries: readonly Entry[], install: string): EntryResult[] {
    return entries.map((entry) => {
      const reason = hub.refuses(entry);
      if (reason) return { id: entry.id, accepted: false, path: 'route', reason };
      if (hub.erased.has(entry.id)) return { id: entry.id, accepted: false, path: '', reason: 'was erased by its owner' };
      const existing = hub.table.find((row) => row.entry.id === entry.id);
      if (existing && existing.install !== install)
        return { id: entry.id, accepted: false, path: 'id', reason: 'belongs to another install' };
      if (!existing) hub.table.push({ entry, install });
      return { id: entry.id, accepted: true, duplicate: existing !== undefined };
    });
  }

  function reply({ request, response, fault }: Exchange, commit: () => unknown): void {
    const cut = () => request.socket.destroy();
    const afterCommit = (then: () => void) => () => {
      commit();
      then();
    };
    const forget = () => {
      installs.clear();
      problem(response, 401, 'No install of this hub has this secret.');
    };
    const fail: Record<Fault, () => void> = {
      down: cut,
      'cut mid-body': cut,
      slow: hub.onSlow,
      '400': () => problem(response, 400, 'As the test says.'),
      '401': forget,
      '413': () => problem(response, 413, 'As the test says.'),
      '429': () => problem(response, 429, 'Too many at once.', { 'retry-after': '120' }),
      '500': () => problem(response, 500, 'As the test says.'),
      '502': () => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
      'sign-in page': () => response.writeHead(302, { location: '/sign-in' }).end(),
      garbage: () => response.writeHead(200).end('<html>Welcome to the guest network</html>'),
      'no results': () => json(response, 200, { now: hub.now().toISOString(), results: [] }),
      forgotten: afterCommit(forget),
      'killed before the answer': afterCommit(cut),
      '500 after commit': afterCommit(() => problem(response, 500, 'It broke while it answered.')),
      'half a response': () => {
        const text = JSON.stringify(commit());
        response.writeHead(200, { 'content-length': text.length });
        response.write(text.slice(0, text.length / 2), cut);
      },
    };
    if (fault) fail[fault]();
    else json(response, 200, commit());
  }

  return hub;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  fault: Fault | undefined;
}

function cutInBody(request: IncomingMessage): void {
  const cut = () => request.socket.destroy();
  request.once('data', cut).once('end', cut);
}

async function plain(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length > 0 ? gunzipSync(Buffer.concat(parts)).toString() : '';
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, detail: string, headers: Record<string, string> = {}): void {
  const type = 'application/problem+json';
  json(response, status, { type: 'about:blank', title: 'Problem', status, detail }, { 'content-type': type, ...headers });
}
