import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parse } from 'libpg-query';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPostgres } from '../../../../src/hub/store/open-postgres.ts';
import { createDatabase } from '../../../run/shared-postgres.ts';
import { silent } from '../../silent-log.ts';
import { DISTRIBUTED } from '../distributed.ts';
import { type JudgedStatement, judgeStatement, type Node } from './judge-statement.ts';
import { type RecordedQuery, recordQueries } from './record-queries.ts';
import { useWholeHub } from './use-whole-hub.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = join(import.meta.dirname, '../../../..');
const hubFolder = join(root, 'src/hub');

interface ListedQuery extends JudgedStatement {
  file: string;
  operation: string;
}

let folder: string;
let recorded: RecordedQuery[];
let listed: ListedQuery[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-queries-'));
  recorded = await recordQueries(async () => {
    const [opened, other] = [
      await openPostgres(await createDatabase(), silent),
      await openPostgres(await createDatabase(), silent),
    ];
    await useWholeHub({ opened, other, folder });
    await Promise.all([opened.close(), other.close()]);
  });
  listed = await list(recorded);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each file's statements, equal ones once. The name of a week's own partition is that of its table. */
async function list(queries: readonly RecordedQuery[]): Promise<ListedQuery[]> {
  const rows = new Map<string, ListedQuery>();
  for (const { file, text } of queries) {
    const parsed = (await parse(text.replace(/\bentries_2\w+/g, 'entries'))) as { stmts: { stmt: Node }[] };
    for (const { stmt } of parsed.stmts) {
      const judged = judgeStatement(stmt, DISTRIBUTED);
      if (judged.rule === 'store') continue;
      const row = { file, operation: /\w+/.exec(text)![0].toLowerCase(), ...judged };
      rows.set(JSON.stringify(row), row);
    }
  }
  const order = ({ file, operation, tables }: ListedQuery) => `${file} ${operation} ${tables}`;
  return [...rows.values()].sort((a, b) => order(a).localeCompare(order(b)));
}

test('docs/run/queries.md lists every query of the hub with its rule', async () => {
  const rows = listed.map(
    ({ file, operation, tables, rule }) =>
      `| \`${file}\` | ${operation} | ${tables.map((table) => `\`${table}\``).join(', ')} | ${rule} |`,
  );
  const page = [
    INTRODUCTION,
    '| file in `src/hub` | begins with | tables | rule |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot(join(root, 'docs/run/queries.md'));
});

test('whatever a distributed database cannot do is explained in docs/run/scale.md', () => {
  const hard = listed.filter(({ rule }) => rule === 'moves rows' || rule === 'several tables');
  const page = readFileSync(join(root, 'docs/run/scale.md'), 'utf8');
  expect(hard.map(({ file }) => file).filter((file) => !page.includes(`\`${file}\``))).toEqual([]);
});

test('every file of the hub that asks its store is among them', () => {
  const asks = /\.(execute|select|selectDistinct|selectDistinctOn|insert|update|delete)\(|queryRows/;
  const files = readdirSync(hubFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const asking = files.filter((file) => {
    const text = readFileSync(join(hubFolder, file), 'utf8');
    return text.includes("from 'drizzle-orm'") && asks.test(text) && !/store\/(query-rows|open-postgres)\.ts$/.test(file);
  });
  const seen = new Set(recorded.map(({ file }) => file));
  expect(asking.map((file) => relative('.', file)).filter((file) => !seen.has(file))).toEqual([]);
});

const INTRODUCTION = `# The queries of the hub, and a database on several machines

This page is written by a test (\`test/hub/store/queries\`), which uses everything that a hub does once on PostgreSQL, reads each statement with PostgreSQL's own parser,
and fails if the page is not what it found. [Scale](scale.md) says by which column each table would be spread, and what stands in the way.

| rule | what a distributed PostgreSQL does |
| --- | --- |
| copies | every machine has a copy of these tables |
| one machine | the machine that has the rows answers alone, or a few do for a list of keys |
| rows | each new row goes to its machine |
| all machines | each machine does it for its own rows, and the results are put together |
| moves rows | rows have to be sent between machines: avoided |
| several tables | more than one distributed table is written by one statement, which has to be divided: avoided |
`;
