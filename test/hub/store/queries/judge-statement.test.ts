import { parse } from 'libpg-query';
import { expect, test } from 'vitest';
import { judgeStatement, type Node } from './judge-statement.ts';

const distribution = { entries: 'install', items: 'mark', marks: 'mark' };

test.each([
  ['select * from packs', 'copies'],
  ['select * from packs join installs on installs.id = packs.install where entries = 1', 'copies'],
  ['select * from entries where install = $1', 'one machine'],
  ['select * from entries where kind = $1 and install = any($2)', 'one machine'],
  ['select * from entries where install in ($1, $2)', 'one machine'],
  ['select * from entries where install = $1 or kind = $2', 'all machines'],
  ['select * from entries where not install = $1', 'all machines'],
  ['select * from entries where install = kind', 'all machines'],
  ['select * from entries where install > $1', 'all machines'],
  ['select * from entries as e join installs on installs.id = e.install where installs.id = $1', 'one machine'],
  ['select * from entries as e join installs on installs.id = e.install', 'all machines'],
  ['select * from items join marks on items.mark = marks.mark', 'all machines'],
  ['select * from items, marks where items.mark = marks.mark and marks.mark = $1', 'one machine'],
  ['select * from items join marks on items.other = marks.mark', 'moves rows'],
  ['select * from items join entries on items.entry = entries.id', 'moves rows'],
  ['select * from items where mark = $1 union all select * from items', 'all machines'],
  ['with found as (select * from entries) select * from found where install = $1', 'all machines'],
  ['select (select count(*) from entries where install = $1), (select count(*) from items where mark = $2)', 'one machine'],
  ['select * from packs where id in (select id from entries)', 'all machines'],
  ['insert into entries (install, id) values ($1, $2)', 'rows'],
  ['insert into entries (id) values ($1)', 'moves rows'],
  ['insert into entries select * from json_to_recordset($1) as row (install uuid)', 'rows'],
  ['insert into marks (mark) select mark from items', 'moves rows'],
  ['update entries set kind = $1 where install = $2', 'one machine'],
  ['update entries set kind = $1', 'all machines'],
  ['delete from entries where install = $1 and id = $2', 'one machine'],
  ['delete from entries using due where entries.install = due.install', 'all machines'],
  ['with a as (insert into entries (install) values ($1)) insert into items (mark) values ($2)', 'several tables'],
  ['with a as (insert into entries (install) values ($1)) insert into packs (id) values ($2)', 'rows'],
  ['declare rows cursor for select * from entries', 'all machines'],
  ['select 1', 'store'],
  ['select relname from pg_class', 'store'],
  ['set local lock_timeout = 1', 'store'],
  ['drop table entries', 'store'],
])('%s: %s', async (text, rule) => {
  const { stmts } = (await parse(text)) as { stmts: { stmt: Node }[] };
  expect(judgeStatement(stmts[0]!.stmt, distribution).rule).toBe(rule);
});
