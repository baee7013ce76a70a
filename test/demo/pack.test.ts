import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../setup/project-root.ts';
import { pack } from '../../src/model/pack/pack.ts';
import { matchesUrlScope } from '../../src/model/route/url-scope.ts';
import type { Text } from '../../src/model/text/text.ts';

const read = pack.parse(JSON.parse(readFileSync(join(projectRoot, 'demo/packs/orders.json'), 'utf8')));
const walkthroughs = read.guides.filter((guide) => guide.kind === 'walkthrough');

test('the demo’s pack is marked as sample data', () => {
  expect(read.sample).toBe(true);
});

test('every text of the demo’s pack has a German translation', () => {
  const said: Text[] = [read.title];
  for (const guide of read.guides) {
    said.push(guide.title);
    if (guide.kind === 'tip') said.push(guide.body);
    if (guide.kind === 'walkthrough') said.push(...guide.steps.flatMap(({ title, body }) => [title, body]));
  }
  expect(said.filter((text) => typeof text === 'string' || !text.de || !text.en)).toEqual([]);
});

test('the demo’s pack has two tips and a walkthrough of at least five steps over at least two pages', () => {
  expect(read.guides.filter(({ kind }) => kind === 'tip')).toHaveLength(2);
  const [walkthrough] = walkthroughs;
  expect(walkthrough!.steps.length).toBeGreaterThanOrEqual(5);
  expect(new Set(walkthrough!.steps.map(({ at }) => at?.split('/')[1])).size).toBeGreaterThanOrEqual(2);
});

test('the link to each step of the demo’s pack leads to a page where the step applies', () => {
  for (const { steps } of walkthroughs)
    for (const { at, go } of steps) if (at && go) expect(matchesUrlScope(new URL(go, 'http://127.0.0.1').href, at)).toBe(true);
});

test.each([
  ['http://127.0.0.1:4180/orders/index.html#/Orders/10003', '/orders/*#/Orders/:id'],
  ['http://127.0.0.1:4180/orders/index.html', '/orders/*'],
  ['http://127.0.0.1:4180/products/index.html#/Products/P100', '/products/*#/Products/:id'],
  ['http://127.0.0.1:4180/products/index.html?sap-language=ar', '/products/*'],
])('%s is counted as %s', (url, template) => {
  expect(read.places.find((place) => matchesUrlScope(url, place))).toBe(template);
});
