import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type HttpBindings, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LoggedAccess } from '../../src/model/hub-api/access-log.ts';
import type { AnsweredQuestion } from '../../src/model/hub-api/answer-figures.ts';
import type { InboxItem } from '../../src/model/hub-api/inbox.ts';
import type { PublishedPacks } from '../../src/model/hub-api/published-packs.ts';
import type { Role } from '../../src/model/hub-api/role.ts';
import type { Identity, ListedSignIn } from '../../src/model/hub-api/sign-ins.ts';
import { FakeInbox } from './fake-inbox.ts';

/** As strict as a policy can be that still lets the desk in; Trusted Types forbid writing HTML at all. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const forAll = ['GET /desk/api/answers', 'GET /desk/api/guide-health', 'GET /desk/api/packs', 'GET /desk/api/sign-ins'];
const forWriters = [...forAll, 'GET /desk/api/proposals'];
const forReaders = [...forAll, 'GET /desk/api/inbox', 'GET /desk/api/answers/texts'];
const routesByRole: Record<Role, string[]> = {
  viewer: forAll,
  author: forWriters,
  publisher: [...forWriters, 'POST /desk/api/packs'],
  facilitator: forReaders,
  admin: [...forReaders, 'GET /desk/api/proposals', 'POST /desk/api/packs', 'GET /desk/api/admin/sign-ins'],
};

/** A hub that does what the desk's contract says, in memory, and fails when a test wants it to. */
export class FakeHub {
  /** In order of arrival; an item that is changed is put in place of its earlier self. */
  items: InboxItem[] = [];
  /** What is done with the items. */
  readonly inbox = new FakeInbox(() => this.items);
  questions: AnsweredQuestion[] = [];
  enrolledLately = 0;
  mood: 'well' | 'silent' | 'ailing' = 'well';
  /** The queries of the inbox, in the order they came. */
  asked: Record<string, string>[] = [];
  /** The role of whoever signs in. */
  role: Role = 'facilitator';
  /** The provider of whoever signs in; null: by a link. */
  provider: Identity['provider'] = null;
  /** A fresh sign-in is needed for what people wrote. */
  needsConfirmation = false;
  accesses: LoggedAccess[] = [];
  /** The comments of every question that asks for words. */
  words: string[] = [];
  signIns: ListedSignIn[] = [];
  packs: PublishedPacks['packs'] = [];
  providers: { id: string; name: string }[] = [];
  links = new Set<string>();
  signedIn = new Set<string>();
  url = '';
  #close = () => {};

  static async start(desk: string): Promise<FakeHub> {
    const hub = new FakeHub();
    const server = serve({ fetch: hub.#app(desk).fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    hub.#close = () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    };
    return hub;
  }

  /** A sign-in link that works once. */
  link(): string {
    const token = `token-${crypto.randomUUID()}`;
    this.links.add(token);
    return `${this.url}/desk/#sign-in=${token}`;
  }

  close(): void {
    this.#close();
  }

  #app(desk: string) {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.use('/desk/api/*', async (c, next) => {
      if (this.mood === 'silent') c.env.incoming.socket.destroy();
      if (this.mood !== 'well') return problem(c, 503, 'The hub cannot reach its store.', 'Try again in some seconds.');
      return next();
    });
    app.post('/desk/api/sign-in', async (c) => {
      const { token } = await c.req.json<{ token: string }>();
      if (!this.links.delete(token))
        return problem(c, 403, 'This sign-in link was used already.', 'Make a fresh one: hub link --name NAME');
      const visit = crypto.randomUUID();
      this.signedIn.add(visit);
      setCookie(c, 'visit', visit, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.json(this.#identity());
    });
    app.post('/desk/api/sign-out', (c) => {
      this.signedIn.delete(getCookie(c, 'visit') ?? '');
      return c.body(null, 204);
    });
    app.get('/desk/api/providers', (c) => c.json({ providers: this.providers }));
    app.use('/desk/api/*', async (c, next) => {
      if (this.signedIn.has(getCookie(c, 'visit') ?? '')) return next();
      return problem(c, 401, 'You are not signed in, or no longer.', 'Open a fresh sign-in link: hub link --name NAME');
    });
    app.get('/desk/api/me', (c) => c.json(this.#identity()));
    for (const path of ['/desk/api/sign-ins', '/desk/api/admin/sign-ins']) {
      app.get(path, (c) => c.json({ signIns: this.signIns }));
      app.delete(`${path}/:id`, (c) => {
        this.signIns = this.signIns.filter(({ id }) => id !== c.req.param('id'));
        return c.body(null, 204);
      });
    }
    app.get('/desk/api/admin/access-log', (c) =>
      c.req.query('before')
        ? c.json({ accesses: this.accesses.slice(1), next: null, totals })
        : c.json({ accesses: this.accesses.slice(0, 1), next: 'older', totals }),
    );
    app.get('/desk/api/guide-health', (c) => c.json({ steps: [], week: null }));
    app.get('/desk/api/proposals', (c) => c.json({ proposals: [], withdrawals: [] }));
    app.get('/desk/api/packs', (c) => c.json({ packs: this.packs }));
    app.post('/desk/api/packs', async (c) => {
      if (this.needsConfirmation) return confirmationNeeded(c);
      const id = await c.req.text();
      this.packs.push({ id, app: 'orders', version: 1, guides: 2, publishedAt: new Date().toISOString() });
      return c.json({ id, version: 1, duplicate: false }, 201);
    });
    app.get('/desk/api/answers/texts', (c) =>
      c.json({ questions: this.questions.map(({ pack, guide }) => ({ pack, guide, words: this.words })) }),
    );
    app.get('/desk/api/answers', (c) =>
      c.json({ questions: this.questions, installsPerPerson: 2, enrolledLately: this.enrolledLately }),
    );
    app.get('/desk/api/inbox', (c) => {
      this.asked.push(c.req.query());
      return this.needsConfirmation ? confirmationNeeded(c) : c.json(this.inbox.list(c.req.query()));
    });
    app.get('/desk/api/inbox/changes', (c) => {
      this.asked.push(c.req.query());
      return c.json(this.inbox.changesSince(c.req.query()));
    });
    app.post('/desk/api/inbox/changes', async (c) => c.json(this.inbox.change((await c.req.json()).changes)));
    app.get('/desk/*', async (c) => {
      const file = c.req.path.replace(/^\/desk\//, '') || 'index.html';
      const content = await readFile(join(desk, file)).catch(() => null);
      if (!content) return c.notFound();
      const headers = {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': strictPolicy,
      };
      return c.body(new Uint8Array(content), 200, headers);
    });
    return app;
  }

  #identity(): Identity {
    const { role, provider } = this;
    const method = provider ? 'provider' : 'link';
    return { name: 'Fadwa Haddad', role, method, provider, until: new Date().toISOString(), may: routesByRole[role] };
  }
}

const totals = { times: 12, people: 3 };

const confirmationNeeded = (c: Context) =>
  problem(c, 403, 'You proved who you are some time ago.', 'Confirm it.', 'urn:cairn:problem:confirmation-needed');

function problem(c: Context, status: 400 | 401 | 403 | 503, detail: string, remedy: string, type = 'about:blank') {
  const body = { type, title: 'Problem', status, detail, remedy };
  return c.json(body, status, { 'Content-Type': 'application/problem+json' });
}
