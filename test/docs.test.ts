import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();
const EXTERNAL = /^(https?:|mailto:|#)/;

/** Targets of Markdown links and pictures, and of `src="…"`, without their fragment. */
function linksIn(text: string): string[] {
  const withoutCode = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const found = [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g), ...withoutCode.matchAll(/src="([^"]+)"/g)];
  return found.flatMap(([, target]) => (target && !EXTERNAL.test(target) ? [target.replace(/#.*$/, '')] : []));
}

test('the documents are found, and have links to check', () => {
  expect(documents).toContain('docs/use/packs.md');
  expect(documents.flatMap((path) => linksIn(readFileSync(join(root, path), 'utf8'))).length).toBeGreaterThan(20);
});

test.each(documents)('every link in %s leads to a file of the repository', (path) => {
  const links = linksIn(readFileSync(join(root, path), 'utf8'));
  expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
});
