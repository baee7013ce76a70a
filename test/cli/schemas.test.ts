import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryTables } from '../../src/cli/entry-tables.ts';
import { jsonSchemas, schemaText } from '../../src/cli/json-schemas.ts';
import { managedSchema } from '../../src/cli/managed-schema.ts';
import { packReference } from '../../src/cli/pack-reference.ts';
import { policyTable } from '../../src/cli/policy-table.ts';
import { replaceTable } from '../../src/cli/replace-table.ts';
import { entry } from '../../src/model/entry/entry.ts';
import { policy } from '../../src/model/policy/policy.ts';

const project = join(import.meta.dirname, '../..');
const committed = (path: string) => readFile(join(project, path), 'utf8');
const made = jsonSchemas();

test.each(Object.keys(made))('%s matches the zod schemas (else: npm run schemas)', async (path) => {
  expect(await committed(path)).toBe(schemaText(made[path]!));
});

test('the guide for admins lists every field of the policy (else: npm run schemas)', async () => {
  const guide = await committed('docs/run/admins.md');
  expect(replaceTable(guide, policyTable())).toBe(guide);
  for (const field of ['apps[].origins', 'hub.token', 'packs[].jws', 'keys[].x', 'switches.feedback', 'retention.days'])
    expect(guide).toContain(`| \`${field}\` |`);
});

test('the page for employees explains every field of every kind of record (else: npm run schemas)', async () => {
  const page = await committed('docs/use/employees.md');
  expect(replaceTable(page, entryTables())).toBe(page);
  for (const { shape } of entry.options) expect(page).toContain(`### \`${shape.kind.value}\``);
  for (const field of ['route', 'control.masked', 'words', 'contact', 'signal', 'about.step', 'answer.ease', 'ms'])
    expect(page).toContain(`| \`${field}\` |`);
  const meaningless = entryTables().match(/^\| `(?!answer\.what)[^`]+` \|.*\|\s*\|$/gm);
  expect(meaningless).toBeNull();
});

test('the pack reference has every field of the format with a meaning, and its links lead somewhere (else: npm run schemas)', async () => {
  const page = await committed('docs/use/pack-reference.md');
  expect(replaceTable(page, packReference())).toBe(page);
  expect(page.match(/^\| `[^`]+` \|.*\|\s*\|$/gm)).toBeNull();
  const headings = new Set([...page.matchAll(/^### (.+)$/gm)].map(([, title]) => title));
  for (const [, target = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(target);
  const { $defs: defs = {}, properties = {} } = made['assets/schema/cairn-1.schema.json'] as {
    $defs?: Record<string, Node>;
    properties?: Record<string, Node>;
  };
  for (const field of [properties, ...Object.values(defs)].flatMap(fieldNamesOf))
    expect(page).toMatch(new RegExp(`\`("|[^\`]*\\.)?${field.replace('$', '\\$')}[\`"]`));
});

/** Names of all fields in a schema, however deep. */
function fieldNamesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as { properties?: object }).properties;
  return [...Object.keys(own ?? {}), ...Object.values(schema).flatMap(fieldNamesOf)];
}

test('replacing the table of a document without its marks fails', () => {
  expect(() => replaceTable('# Nothing here', '| a |')).toThrow('lacks the marks of the table');
});

interface Node {
  type: string;
  properties?: Record<string, Node>;
  additionalProperties?: Node;
  items?: Node;
  description?: string;
}
const managed = made['assets/managed-schema.json'] as Node;

/** What Chromium 156 takes in a managed schema; anything else keeps the extension from loading, or hides faults. */
function expectDialect(node: Node): void {
  expect(['object', 'array', 'string', 'boolean', 'number']).toContain(node.type);
  expect(
    Object.keys(node).filter((key) => !['type', 'description', 'properties', 'additionalProperties', 'items'].includes(key)),
  ).toEqual([]);
  if (node.type === 'array') expectDialect(node.items!);
  if (node.type === 'object') for (const one of Object.values(node.properties!)) expectDialect(one);
}

test('the managed schema uses only types of Chromium’s dialect', () => {
  expectDialect(managed);
  expect(managed).not.toHaveProperty('additionalProperties');
});

test('the managed schema admits every field of the policy, and the policy as text', () => {
  expect(Object.keys(managed.properties!)).toEqual([...Object.keys(policy.shape), 'json']);
  expect(managed.properties!.json!.type).toBe('string');
  expect(managed.properties!.apps!.items!.properties!.origins!.items!.type).toBe('string');
});

test('the managed schema admits misspelt fields if all fields have one type, but not beside required fields', () => {
  const open = Object.entries(managed.properties!).filter(([, one]) => one.additionalProperties);
  expect(open.map(([name, one]) => [name, one.additionalProperties!.type])).toEqual([
    ['audience', 'string'],
    ['switches', 'boolean'],
    ['retention', 'number'],
    ['privacy', 'string'],
  ]);
  expect(managed.properties!.keys!.items).not.toHaveProperty('additionalProperties');
});

test('the managed schema resolves references', () => {
  const whole = {
    type: 'object',
    properties: { a: { $ref: '#/$defs/b', description: 'mine' } },
    $defs: { b: { type: 'integer', minimum: 1 } },
  };
  expect(managedSchema(whole).properties!.a).toEqual({ type: 'number', description: 'mine' });
});

test('the pack schema does not require fields that have a default', () => {
  const { title, required, properties } = made['assets/schema/cairn-1.schema.json'] as {
    title: string;
    required: string[];
    properties: object;
  };
  expect(title).toContain('cairn/1');
  expect(required).toEqual(['format', 'id', 'version', 'app', 'title', 'language', 'guides']);
  expect(Object.keys(properties)).toContain('$schema');
});
