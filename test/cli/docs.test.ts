import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { extensionIds } from '../../src/cli/extension-ids.ts';
import { run } from '../../src/cli/run.ts';
import { issueFaults } from '../../src/model/fault/issue-faults.ts';
import { anchor } from '../../src/model/pack/anchor.ts';
import { checklistItem } from '../../src/model/pack/checklist.ts';
import { condition } from '../../src/model/pack/condition.ts';
import { type Pack, pack } from '../../src/model/pack/pack.ts';
import { replyTarget } from '../../src/model/pack/reply.ts';
import { stepAct } from '../../src/model/pack/step-act.ts';
import { stepAdvance } from '../../src/model/pack/step-advance.ts';
import { valueTest } from '../../src/model/pack/value-test.ts';
import { parseUrlScope } from '../../src/model/route/url-scope.ts';
import { lintDocument } from '../../src/packs/lint-document.ts';
import { lintPack } from '../../src/packs/lint-pack.ts';
import { judgePolicy } from '../../src/policy/judge-policy.ts';
import { idOfKey } from '../journeys/harness/extension-id.ts';

const docs = join(import.meta.dirname, '../../docs');
const jsonBlocks = (text: string): unknown[] => [...text.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => JSON.parse(block!));

test('the packs in the guide for authors have no faults', async () => {
  const [smallest, example] = jsonBlocks(await readFile(join(docs, 'use/packs.md'), 'utf8'));
  for (const one of [smallest, example]) expect(lintDocument(one, '2026-11-22')).toEqual([]);
});

test('the guides name the commands that exist, with their options', async () => {
  const texts = await Promise.all(
    ['use/packs.md', 'use/command-line.md', 'use/check.md', 'run/admins.md'].map((file) => readFile(join(docs, file), 'utf8')),
  );
  const named = texts.join('\n').matchAll(/`(?:[A-Z_]+=\S+ )?cairn ((?:pack|policy|keys?|init|diff|import|export) [^`]*)`/g);
  const help: string[] = [];
  const print = (line: string) => help.push(line);
  await run(['help'], { print, printError: print, today: '2026-11-22', env: {}, askSecret: async () => undefined });
  const usages = help
    .join('\n')
    .split('\n')
    .filter((line) => /^ {2}\w/.test(line))
    .map((line) => line.trim());
  for (const [, written = ''] of named) {
    const [noun, verb, ...rest] = written.split(/\s+/);
    const usage = usages.find((line) =>
      [`${noun} ${verb}`, noun].some((name) => `${line} `.startsWith(`${name} `) && !/^(pack|keys?|policy)$/.test(name!)),
    );
    expect(usage, written).toBeDefined();
    for (const option of rest.filter((word) => word.startsWith('--'))) expect(usage, written).toContain(option);
  }
});

test('the guide for authors has an example without faults of each kind of guide', async () => {
  const [, example, ...guides] = jsonBlocks(await readFile(join(docs, 'use/packs.md'), 'utf8')) as [
    unknown,
    Pack,
    ...Pack['guides'],
  ];
  const task = { id: 'order', title: { en: 'Order', de: 'Bestellen' }, start: '/orders/new', finish: '/orders/:id' };
  const whole = { ...example, guides: [...example.guides, ...guides], tasks: [...(example.tasks ?? []), task] };
  const judged = pack.safeParse(whole);
  expect(judged.success ? lintPack(judged.data, '2026-11-22') : issueFaults(pack, whole, judged.error)).toEqual([]);
  const kinds = pack.shape.guides.element.options.map(({ shape }) => shape.kind.value);
  expect(new Set(whole.guides.map(({ kind }) => kind))).toEqual(new Set(kinds));
});

test('the shorter examples in the guide for authors are valid as well, wherever they stand', async () => {
  const text = await readFile(join(docs, 'use/packs.md'), 'utf8');
  const control = '{ "role": "button", "name": "Save" }';
  const written = [...text.matchAll(/`(\{ "(?:on|is|act|role|under|nextTo|nth)":[^`]*\})`/g)].map(([, example]) => example!);
  expect(written.length).toBeGreaterThan(25);
  const schemas: Record<string, z.ZodType[]> = { on: [stepAdvance], is: [condition, valueTest], act: [stepAct], role: [anchor] };
  for (const example of written) {
    const parsed = JSON.parse(
      example
        .replace(/\{ … \}/g, control)
        .replace(/"anchor": …/g, `"anchor": ${control}`)
        .replace(/"value": …/g, '"value": { "is": "filled" }'),
    );
    const [kind = ''] = Object.keys(parsed);
    expect(
      schemas[kind]?.some((schema) => schema.safeParse(parsed).success),
      example,
    ).toBe(true);
  }
});

test('the example of fields of a pack has no fault in a pack', async () => {
  const text = await readFile(join(docs, 'use/packs.md'), 'utf8');
  const [smallest] = jsonBlocks(text);
  const fields = [...text.matchAll(/```jsonc\n(.*?)```/gs)].map(([, block]) => JSON.parse(`{${block}}`));
  expect(fields.length).toBeGreaterThan(0);
  for (const one of fields) expect(lintDocument({ ...(smallest as object), ...one }, '2026-11-22')).toEqual([]);
});

test('the guide for authors names every field of the format', async () => {
  const text = await readFile(join(docs, 'use/packs.md'), 'utf8');
  const { options } = pack.shape.guides.element;
  const [, walkthrough] = options;
  const fields = [
    ...Object.keys(pack.shape),
    ...options.flatMap((kind) => Object.keys(kind.shape)),
    ...Object.keys(walkthrough.shape.steps.element.shape),
    ...Object.keys(checklistItem.shape),
    ...Object.keys(replyTarget.shape),
  ];
  expect(fields.filter((field) => !text.includes(`\`${field}\``) && !text.includes(`"${field}"`))).toEqual([]);
});

test('the URL patterns in the guide for authors are valid', async () => {
  const text = await readFile(join(docs, 'use/packs.md'), 'utf8');
  const places = [...text.matchAll(/^\| `([/#][^`]*)` \|/gm)].map(([, place]) => place!.replace('\\\\', '\\'));
  expect(places).toHaveLength(5);
  for (const place of places) expect(() => parseUrlScope(place)).not.toThrow();
});

test('the policy text in the guide for admins has no fault except its missing hub', async () => {
  const [example] = jsonBlocks(await readFile(join(docs, 'run/admins.md'), 'utf8'));
  const { policy, faults } = judgePolicy(example);
  expect(policy.apps).toHaveLength(1);
  expect(faults).toEqual([expect.objectContaining({ path: 'hub', warning: true })]);
});

test('the policy templates use the ids of the extension as built', async () => {
  const config = await readFile(join(docs, '../wxt.config.ts'), 'utf8');
  expect(config).toContain(`id: '${extensionIds.firefox}'`);
  const [, key = ''] = /const chromiumKey =\s*'([^']+)'/.exec(config) ?? [];
  expect(idOfKey(Buffer.from(key, 'base64'))).toBe(extensionIds.chromium);
});
