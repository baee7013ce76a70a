import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packagesAreThere, sameVersions } from '../../setup/packages.mjs';

const lockfile = {
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } },
};

describe('what npm says it installed, against the lockfile', () => {
  test.each([
    ['all of it', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['without an optional one', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    [
      'another version of an optional one',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
      false,
    ],
    ['one missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    [
      'one too many, which npm prunes when it likes',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
      true,
    ],
  ])('%s', (_, packages, expected) => {
    expect(sameVersions(lockfile, { packages })).toBe(expected);
  });
});

describe('the stamp', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cairn-packages-'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lockfile));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const installed = (version: string) => {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version } } }));
  };

  test('nothing installed', () => {
    expect(packagesAreThere(root)).toBe(false);
  });

  test('installed by hand: believed, and stamped', () => {
    installed('1.0.0');
    expect(packagesAreThere(root)).toBe(true);
    expect(readdirSync(join(root, 'node_modules'))).toContain('.cairn-lockfile');
  });

  test('a lockfile that moved on is not taken for the old one', () => {
    installed('1.0.0');
    packagesAreThere(root);
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.1.0' } } }),
    );
    expect(packagesAreThere(root)).toBe(false);
    installed('1.1.0');
    expect(packagesAreThere(root)).toBe(true);
  });

  test('an install that was stopped half-way leaves no record, and is done again', () => {
    mkdirSync(join(root, 'node_modules/a'), { recursive: true });
    expect(packagesAreThere(root)).toBe(false);
  });
});
