import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from '../../setup/build-inputs.ts';

let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-inputs-'));
  put('package-lock.json', '{}');
  put('wxt.config.ts', 'config');
  put('entrypoints/page/index.ts', 'page');
  put('src/model/pack/pack.ts', 'pack');
  put('README.md', 'readme');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the same files give the same hash', () => {
  expect(hashInputs(root, 'chromium')).toBe(hashInputs(root, 'chromium'));
});

test.each([
  ['a changed source', () => put('src/model/pack/pack.ts', 'other')],
  ['a new file', () => put('assets/icons/16.png', 'png')],
  ['a new file deep down', () => put('src/overlay/prompts/tip.tsx', 'tip')],
  ['the lockfile', () => put('package-lock.json', '{"a":1}')],
  ['the configuration', () => put('wxt.config.ts', 'other')],
  [
    'a file that was renamed',
    () => {
      rmSync(join(root, 'src/model/pack/pack.ts'));
      put('src/model/packs.ts', 'pack');
    },
  ],
])('the hash of a build changes with %s', (_, change) => {
  const before = hashInputs(root, 'chromium');
  change();
  expect(hashInputs(root, 'chromium')).not.toBe(before);
});

test('files that the build does not use do not change its hash', () => {
  const before = hashInputs(root, 'chromium');
  put('README.md', 'other');
  put('test/a.test.ts', 'test');
  expect(hashInputs(root, 'chromium')).toBe(before);
});
