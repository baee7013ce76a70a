import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { templates } from '../../src/cli/policy-template.ts';
import { run } from '../../src/cli/run.ts';
import { aPack, withField } from '../packs/a-pack.ts';
import { aPolicy } from '../policy/a-policy.ts';

let folder: string;
let printed: string[];
let errors: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const within = (name: string) => join(folder, name);
async function cairn(...args: string[]): Promise<number> {
  printed = [];
  errors = [];
  return run(args, { print: (line) => printed.push(line), printError: (line) => errors.push(line), today: '2026-11-22' });
}
const file = async (name: string, content: unknown) => {
  await writeFile(within(name), typeof content === 'string' ? content : JSON.stringify(content));
  return within(name);
};
const newKey = async (kid = 'ours') => {
  await cairn('key', 'new', '--kid', kid, '--out', folder);
  return { private: within(`${kid}.private.jwk`), public: await file(`${kid}.json`, printed[0]) };
};

test('a pack, from a new key to its check', async () => {
  const key = await newKey();
  expect((await stat(key.private)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(printed[0]!)).toEqual({ kid: 'ours', x: expect.stringMatching(/^[\w-]{43}$/) });
  expect(JSON.stringify([printed, errors])).not.toContain(JSON.parse(await readFile(key.private, 'utf8')).d);
  const pack = await file('orders.json', aPack);
  expect(await cairn('pack', 'lint', pack)).toBe(0);
  expect(printed).toEqual([`${pack}: no faults, no warnings.`]);
  expect(await cairn('pack', 'sign', pack, '--key', key.private)).toBe(0);
  expect(await readdir(folder)).toContain('orders.jws');
  expect(await cairn('pack', 'verify', within('orders.jws'), '--key', key.public)).toBe(0);
  expect(printed).toEqual(['orders.jws is good: "first-orders" version 7 for the app "orders", 2 guides, signed by "ours".']);
});

test('a policy serves for the check, and so does a list of keys', async () => {
  const key = await newKey();
  await cairn('pack', 'sign', await file('orders.json', aPack), '--key', key.private, '--out', within('out.jws'));
  const pinned = JSON.parse(await readFile(key.public, 'utf8'));
  for (const keys of [{ ...aPolicy, keys: [aPolicy.keys[0], pinned] }, [pinned]])
    expect(await cairn('pack', 'verify', within('out.jws'), '--key', await file('keys.json', keys))).toBe(0);
});

test('a signed pack that was changed, or signed by another', async () => {
  const key = await newKey();
  const other = await newKey('other');
  await cairn('pack', 'sign', await file('orders.json', aPack), '--key', key.private);
  expect(await cairn('pack', 'verify', within('orders.jws'), '--key', other.public)).toBe(1);
  expect(printed[0]).toBe('Refused (unknown-key).');
  const jws = await readFile(within('orders.jws'), 'utf8');
  const changed = await file(
    'changed.jws',
    jws.replace(/\.(.)/, (_, letter: string) => (letter === 'A' ? '.B' : '.A')),
  );
  expect(await cairn('pack', 'verify', changed, '--key', key.public)).toBe(1);
  expect(printed[0]).toBe('Refused (bad-signature).');
});

test('lint tells faults and warnings with their place; warnings alone are no failure', async () => {
  const wrong = await file('wrong.json', withField(aPack, 'version', '7'));
  const warned = await file('warned.json', withField(aPack, 'guides.0.until', '2026-02-01'));
  expect(await cairn('pack', 'lint', warned)).toBe(0);
  expect(printed.join('\n')).toContain('warning  guides[0].until: is 2026-02-01: the guide is over and never shown.');
  expect(await cairn('pack', 'lint', warned, wrong)).toBe(1);
  expect(printed.join('\n')).toContain('fault  version: is "7", not a number.');
  expect(printed.at(-1)).toBe(`${wrong}: 1 fault, no warnings.`);
});

test('what is no JSON, and what does not fit, is neither linted nor signed', async () => {
  const key = await newKey();
  const broken = await file('broken.json', '{"format": ');
  const wrong = await file('wrong.json', withField(aPack, 'app'));
  for (const pack of [broken, wrong]) {
    expect(await cairn('pack', 'lint', pack)).toBe(1);
    expect(await cairn('pack', 'sign', pack, '--key', key.private)).toBe(1);
  }
  expect((await readdir(folder)).filter((name) => name.endsWith('.jws'))).toEqual([]);
});

test('a private key that others can read is complained of; a key is never written over', async () => {
  const key = await newKey();
  await chmod(key.private, 0o644);
  await cairn('pack', 'sign', await file('orders.json', aPack), '--key', key.private);
  expect(errors).toEqual([`Others on this machine can read ${key.private}. Close it: chmod 600 ${key.private}`]);
  const before = await readFile(key.private, 'utf8');
  expect(await cairn('key', 'new', '--kid', 'ours', '--out', folder)).toBe(2);
  expect(await readFile(key.private, 'utf8')).toBe(before);
});

test('a key without a name is named by its own print, and no name leads out of the folder', async () => {
  await cairn('key', 'new', '--out', within('keys'));
  expect(await readdir(within('keys'))).toEqual([`${JSON.parse(printed[0]!).kid}.private.jwk`]);
  await cairn('key', 'new', '--kid', '../../evil/x', '--out', within('more'));
  expect(await readdir(within('more'))).toEqual(['.._.._evil_x.private.jwk']);
});

test('a policy is judged as it stands, and within the files of Chromium and Firefox', async () => {
  const wrong = withField(aPolicy, 'retention.days', 400);
  const id = 'abcdefghijklmnopabcdefghijklmnop';
  const rows = [
    [wrong, undefined],
    [{ '3rdparty': { extensions: { other: { x: 1 }, [id]: wrong } } }, `The policy within "3rdparty.extensions.${id}":`],
    [{ policies: { '3rdparty': { Extensions: { 'a@b.c': wrong } } } }, 'The policy within "policies.3rdparty.Extensions.a@b.c":'],
    [{ json: JSON.stringify(wrong) }, undefined],
  ] as const;
  for (const [content, within_] of rows) {
    expect(await cairn('policy', 'check', await file('policy.json', content))).toBe(1);
    expect(printed.join('\n')).toContain('fault  retention.days: is 400 and must be at most 90.');
    expect(printed.at(-1)).toBe('In force: orders, billing; packs: 2; keys: 2.');
    if (within_) expect(printed[0]).toBe(within_);
  }
  expect(await cairn('policy', 'check', await file('good.json', aPolicy))).toBe(0);
  expect(await cairn('policy', 'check', await file('none.json', '{"token": secret-of-the-hub}'))).toBe(1);
  expect(printed.join('\n')).not.toContain('secret');
});

test.each(['chromium', 'firefox'])('the template for %s is a policy without fault', async (browser) => {
  expect(await cairn('policy', 'template', '--for', browser)).toBe(0);
  expect(await cairn('policy', 'check', await file('template.json', printed.join('\n')))).toBe(0);
  expect(printed).toContainEqual(expect.stringContaining('no faults, no warnings'));
});

test('the template for Windows holds the same policy as text', async () => {
  await cairn('policy', 'template', '--for', 'windows');
  const [, value = ''] = /"json"=("(?:[^"\\]|\\.)*")/.exec(printed.join('\n')) ?? [];
  expect(await cairn('policy', 'check', await file('template.json', { json: JSON.parse(value) }))).toBe(0);
});

test('without --for, all of them with what to do', async () => {
  expect(await cairn('policy', 'template')).toBe(0);
  expect(printed).toHaveLength(Object.keys(templates).length);
  expect(printed.join('\n')).toContain('/etc/chromium/policies/managed/');
});

test.each<[string[], string]>([
  [['pack'], '"pack" is no command.'],
  [['pack', 'burn'], '"pack burn" is no command.'],
  [['pack', 'lint'], 'A file is missing.'],
  [['pack', 'lint', '/nowhere/x.json'], '/nowhere/x.json cannot be read: ENOENT.'],
  [['pack', 'sign', '/nowhere/x.json'], '--key is missing.'],
  [['pack', 'verify', 'a', 'b', '--key', 'c'], '"b" is too much.'],
  [['pack', 'lint', '--fix', 'x'], '--fix'],
  [['key', 'new', '--kid', 'x'.repeat(121)], '--kid must have 1 to 120 characters.'],
  [['policy', 'template', '--for', 'netscape'], '--for takes chromium, windows, firefox.'],
  [['policy', 'template', '--for', 'toString'], '--for takes chromium, windows, firefox.'],
])('called wrongly: %j', async (args, complaint) => {
  expect(await cairn(...args)).toBe(2);
  expect(errors.join('\n')).toContain(complaint);
  expect(errors.join('\n')).toContain('Usage: cairn');
});

test('a key file that is none is told without its content', async () => {
  const pack = await file('orders.json', aPack);
  const key = await file('key.json', { kty: 'OKP', crv: 'Ed25519', kid: 'ours', x: 'A'.repeat(43), d: 'not-so-secret' });
  expect(await cairn('pack', 'sign', pack, '--key', key)).toBe(2);
  expect(errors.join('\n')).toContain('holds no private key');
  expect(errors.join('\n')).not.toContain('not-so-secret');
  expect(await cairn('pack', 'verify', pack, '--key', pack)).toBe(2);
  expect(errors.join('\n')).toContain('holds no public key');
});

test('help', async () => {
  expect(await cairn('--help')).toBe(0);
  expect(printed.join('\n')).toContain('pack sign FILE --key KEYFILE');
  expect(await cairn()).toBe(2);
});
