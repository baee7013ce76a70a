import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packagesAreThere, sameVersions } from '../../setup/packages.mjs';

const lockfile = {
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } },
};

describe('npm’s record of installed packages matches the lockfile', () => {
  test.each([
    ['with every package: yes', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['without an optional package: yes', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['with another version: no', { 'node_modules/a': { version: '1.0.1' } }, false],
    [
      'with another version of an optional package: no',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
      false,
    ],
    ['without a package: no', { 'node_modules/b': { version: '2.0.0' } }, false],
    [
      'with a package too many, which npm prunes later: yes',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
      true,
    ],
  ])('%s', (_, packages, expected) => {
    expect(sameVersions(lockfile, { packages })).toBe(expected);
  });
});

describe('the stamp of the installed lockfile', () => {
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

  test('is missing while nothing is installed', () => {
    expect(packagesAreThere(root)).toBe(false);
  });

  test('is written for packages that were installed by hand', () => {
    installed('1.0.0');
    expect(packagesAreThere(root)).toBe(true);
    expect(readdirSync(join(root, 'node_modules'))).toContain('.cairn-lockfile');
  });

  test('does not match a lockfile that has changed', () => {
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

  test('is missing after an install that was stopped half-way', () => {
    mkdirSync(join(root, 'node_modules/a'), { recursive: true });
    expect(packagesAreThere(root)).toBe(false);
  });
});
