import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type HttpBindings, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AnsweredQuestion } from '../../src/model/hub-api/answer-figures.ts';
import type { BacklogItem } from '../../src/model/hub-api/backlog-item.ts';

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

/** A hub that does what the desk's contract says, in memory, and fails when a test wants it to. */
export class FakeHub {
  /** In order of arrival; an item that is changed is put in place of its earlier self. */
  items: BacklogItem[] = [];
  questions: AnsweredQuestion[] = [];
  enrolledLately = 0;
  mood: 'well' | 'silent' | 'ailing' = 'well';
  /** The queries of the backlog, in the order they came. */
  asked: Record<string, string>[] = [];
  links = new Set<string>();
  signedIn = new Set<string>();
  url = '';
  /** The items at each moment that was given as `released`. */
  readonly #lists = new Map<string, BacklogItem[]>();
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
      return c.json({ name: 'Fadwa Haddad', until: new Date().toISOString() });
    });
    app.post('/desk/api/sign-out', (c) => {
      this.signedIn.delete(getCookie(c, 'visit') ?? '');
      return c.body(null, 204);
    });
    app.use('/desk/api/*', async (c, next) => {
      if (this.signedIn.has(getCookie(c, 'visit') ?? '')) return next();
      return problem(c, 401, 'You are not signed in, or no longer.', 'Open a fresh sign-in link: hub link --name NAME');
    });
    app.get('/desk/api/me', (c) => c.json({ name: 'Fadwa Haddad', until: new Date().toISOString() }));
    app.get('/desk/api/answers', (c) =>
      c.json({ questions: this.questions, installsPerPerson: 2, enrolledLately: this.enrolledLately }),
    );
    app.get('/desk/api/backlog', (c) => {
      this.asked.push(c.req.query());
      return c.req.query('app') === 'refused'
        ? problem(c, 400, 'app: is malformed', 'Choose another app.')
        : c.json(this.#page(c.req.query()));
    });
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

  /** Items of the list of a moment ago count as released before it; `after` is the number of a list. */
  #page({ before, after, choice, app, limit = '50' }: Record<string, string>) {
    const fits = this.items.filter((item) => (!choice || item.choice === choice) && (!app || item.app === app));
    const known = new Set(after ? this.#lists.get(after) : []);
    const key = ({ at, id }: BacklogItem) => `${at}.${id}`;
    const within = fits.filter((item) => (!before || key(item) < before) && !known.has(item));
    const found = within.sort((one, other) => (key(one) < key(other) ? 1 : -1));
    const items = found.slice(0, Number(limit));
    const released = new Date(this.#lists.size * 1000).toISOString();
    this.#lists.set(released, [...this.items]);
    return {
      items,
      total: before || after ? null : fits.length,
      next: found.length > items.length ? key(items.at(-1)!) : null,
      released,
    };
  }
}

function problem(c: Context, status: 400 | 401 | 403 | 503, detail: string, remedy: string) {
  const body = { type: 'about:blank', title: 'Problem', status, detail, remedy };
  return c.json(body, status, { 'Content-Type': 'application/problem+json' });
}
