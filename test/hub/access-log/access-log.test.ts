import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { pruneCounters } from '../../../src/hub/entries/retention/prune-counters.ts';
import { listCallers } from '../../../src/hub/http/callers.ts';
import type { AccessLogPage } from '../../../src/model/hub-api/access-log.ts';
import {
  answered,
  ask,
  backlog,
  established,
  feedback,
  type HubInTest,
  hubOn,
  rowsOf,
  send,
  signedIn,
  wordsFor,
} from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const DAY_MS = 86_400_000;

onBothStores((store) => {
  let hub: HubInTest;
  let secret: string;
  beforeEach(async () => {
    await store().execute(
      sql`truncate entries, answer_figures, answer_weeks, answer_participants, answer_texts, installs, accounts cascade`,
    );
    hub = hubOn(store(), { installsPerPerson: 1 });
    secret = await established(hub);
  });
  const later = (ms: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + ms);
  };
  const admin = () => signedIn(hub, 'Root', 'admin');
  const readLog = async (query = '') =>
    (await ask<AccessLogPage>(hub, `GET /desk/api/admin/access-log${query}`, { headers: await admin() })).body;
  const totals = async () => {
    later(300_000);
    return (await send(hub, secret, [feedback()])).body.readings;
  };
  const comment = async (text: string) => {
    const one = feedback();
    await send(hub, secret, [one, wordsFor(one.id, text)]);
  };

  test('whichever route answers with something that people wrote, the reading and the number of texts are logged', async () => {
    const texts = { words: 'Unmistakable comment', contact: 'Unmistakable name', answer: 'Unmistakable answer' };
    const one = feedback();
    await send(hub, secret, [one, wordsFor(one.id, texts.words, { contact: texts.contact })]);
    const about = { pack: 'orders-basics', version: 1, guide: 'why' };
    for (let people = 0; people < 12; people += 1)
      await send(hub, await established(hub), [{ ...answered({ what: 'words', words: texts.answer }), about }]);
    later(8 * DAY_MS);
    const disclosed: Record<string, number> = {};
    for (const { method, path } of listCallers(hub.app)) {
      if (method !== 'GET' || !path.startsWith('/desk/api/') || path.includes(':')) continue;
      const headers = await admin();
      const before = await loggedTexts();
      const response = await hub.app.request(path, { headers });
      const body = await response.text();
      const hasText = Object.values(texts).some((text) => body.includes(text));
      const logged = (await loggedTexts()) - before;
      expect([path, logged > 0]).toEqual([path, hasText]);
      if (hasText) disclosed[path] = logged;
    }
    expect(disclosed).toEqual({ '/desk/api/backlog': 1, '/desk/api/inbox': 1, '/desk/api/answers/texts': 12 });
  });

  const loggedTexts = async () =>
    (await rowsOf<{ texts: number }>(store(), sql`select coalesce(sum(texts), 0)::int as texts from access_log`))[0]!.texts;

  test('a reading that cannot be logged is not answered', async () => {
    await comment('Secret comment');
    const headers = await signedIn(hub);
    await store().execute(sql`alter table access_log rename to access_log_away`);
    const { status, body } = await ask(hub, 'GET /desk/api/backlog', { headers });
    await store().execute(sql`alter table access_log_away rename to access_log`);
    expect([status, JSON.stringify(body).includes('Secret comment')]).toEqual([500, false]);
  });

  test('an admin sees who did what and how many texts it held, newest hour first, in pages', async () => {
    await comment('One comment');
    const ada = await signedIn(hub, 'Ada');
    await backlog(hub, ada, '?app=orders');
    await backlog(hub, ada, '?app=orders');
    later(3_600_000);
    await backlog(hub, ada);
    const { accesses, next } = await readLog();
    const own = accesses.filter(({ name }) => name === 'Ada');
    expect(own.map(({ resource, query, requests, texts }) => [resource, query, requests, texts])).toEqual([
      ['backlog', '', 1, 1],
      ['sign-in', 'method=link role=facilitator', 1, 0],
      ['backlog', 'app=orders', 2, 2],
    ]);
    expect(next).toBeNull();
  });

  test('the pages of a long log hold each row once', async () => {
    await admin();
    await store().execute(sql`insert into access_log
      select account, hour, 'backlog', 'app=app-' || nth, 1, 0, 0, first_at, last_at from access_log, generate_series(1, 230) as nth`);
    const seen: string[] = [];
    for (let page = await readLog(); ; page = await readLog(`?before=${page.next}`)) {
      seen.push(...page.accesses.map(({ query }) => query));
      if (page.next === null) break;
    }
    expect(seen.filter((query) => query.startsWith('app='))).toHaveLength(230);
    expect(new Set(seen).size).toBe(231);
    const { status } = await ask(hub, 'GET /desk/api/admin/access-log?before=made-up', { headers: await admin() });
    expect(status).toBe(400);
  });

  test('installs are told how often texts were read in 30 days and by how many people, and no name', async () => {
    await send(hub, secret, [feedback()]);
    const [ada, bea] = [await signedIn(hub, 'Ada'), await signedIn(hub, 'Bea')];
    await backlog(hub, ada);
    expect(await totals()).toEqual({ times: 0, people: 0 });
    await comment('One comment');
    await backlog(hub, ada);
    await backlog(hub, ada);
    await backlog(hub, bea);
    expect(await totals()).toEqual({ times: 3, people: 2 });
    later(31 * DAY_MS);
    expect(await totals()).toEqual({ times: 0, people: 0 });
  });

  test('however many installs send, the store is asked for the totals once in five minutes', async () => {
    await comment('One comment');
    await backlog(hub, await signedIn(hub, 'Ada'));
    const reply = async () => (await send(hub, secret, [feedback()])).body.readings;
    expect(await reply()).toEqual({ times: 0, people: 0 });
    later(299_000);
    expect(await reply()).toEqual({ times: 0, people: 0 });
    later(1_000);
    expect(await reply()).toEqual({ times: 1, people: 1 });
  });

  test('rows are deleted after a year', async () => {
    await admin();
    const prune = () => pruneCounters(store(), { now: hub.clock.now, before: hub.clock.now });
    later(364 * DAY_MS);
    await prune();
    expect(await rowsOf(store(), sql`select 1 from access_log`)).toHaveLength(1);
    later(2 * DAY_MS);
    await prune();
    expect(await rowsOf(store(), sql`select 1 from access_log`)).toEqual([]);
  });
});
