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
  return run(args, {
    print: (line) => printed.push(line),
    printError: (line) => errors.push(line),
    today: '2026-11-22',
    env: {},
    askSecret: async () => undefined,
  });
}
const file = async (name: string, content: unknown) => {
  await writeFile(within(name), typeof content === 'string' ? content : JSON.stringify(content));
  return within(name);
};
const newKey = async (kid = 'ours') => {
  await cairn('key', 'new', '--kid', kid, '--out', folder);
  return { private: within(`${kid}.private.jwk`), public: await file(`${kid}.json`, printed[0]) };
};

test('a pack can be signed with a new key and verified with its public half', async () => {
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

test('a signed pack can be verified with a policy and with a list of keys', async () => {
  const key = await newKey();
  await cairn('pack', 'sign', await file('orders.json', aPack), '--key', key.private, '--out', within('out.jws'));
  const pinned = JSON.parse(await readFile(key.public, 'utf8'));
  for (const keys of [{ ...aPolicy, keys: [aPolicy.keys[0], pinned] }, [pinned]])
    expect(await cairn('pack', 'verify', within('out.jws'), '--key', await file('keys.json', keys))).toBe(0);
});

test('a signed pack is refused if it was changed or signed with another key', async () => {
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

test('lint prints faults and warnings with their path, and fails for faults only', async () => {
  const wrong = await file('wrong.json', withField(aPack, 'version', '7'));
  const warned = await file('warned.json', withField(aPack, 'guides.0.until', '2026-02-01'));
  expect(await cairn('pack', 'lint', warned)).toBe(0);
  expect(printed.join('\n')).toContain('warning  tip "search": until: is 2026-02-01: the guide is over and never shown.');
  expect(await cairn('pack', 'lint', warned, wrong)).toBe(1);
  expect(printed.join('\n')).toContain('fault  version: is "7", not a number.');
  expect(printed.at(-1)).toBe(`${wrong}: 1 fault, no warnings.`);
});

test('a file that is not JSON or not a pack fails lint and is not signed', async () => {
  const key = await newKey();
  const broken = await file('broken.json', '{"format": ');
  const wrong = await file('wrong.json', withField(aPack, 'app'));
  for (const pack of [broken, wrong]) {
    expect(await cairn('pack', 'lint', pack)).toBe(1);
    expect(await cairn('pack', 'sign', pack, '--key', key.private)).toBe(1);
  }
  expect((await readdir(folder)).filter((name) => name.endsWith('.jws'))).toEqual([]);
});

test('a private key that other users can read causes a warning, and a key file is never overwritten', async () => {
  const key = await newKey();
  await chmod(key.private, 0o644);
  await cairn('pack', 'sign', await file('orders.json', aPack), '--key', key.private);
  expect(errors).toEqual([`Other users of this machine can read ${key.private}. Protect it with: chmod 600 ${key.private}`]);
  const before = await readFile(key.private, 'utf8');
  expect(await cairn('key', 'new', '--kid', 'ours', '--out', folder)).toBe(2);
  expect(await readFile(key.private, 'utf8')).toBe(before);
});

test('a key without a given id gets its thumbprint as id, and no id leads out of the folder', async () => {
  await cairn('key', 'new', '--out', within('keys'));
  expect(await readdir(within('keys'))).toEqual([`${JSON.parse(printed[0]!).kid}.private.jwk`]);
  await cairn('key', 'new', '--kid', '../../evil/x', '--out', within('more'));
  expect(await readdir(within('more'))).toEqual(['.._.._evil_x.private.jwk']);
});

test('a policy is checked by itself and within the policy files of Chromium and Firefox', async () => {
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
    expect(printed).toContain('In force: orders, billing; packs: 2; keys: 2.');
    if (within_) expect(printed[0]).toBe(within_);
  }
  expect(await cairn('policy', 'check', await file('good.json', aPolicy))).toBe(0);
  expect(await cairn('policy', 'check', await file('none.json', '{"token": secret-of-the-hub}'))).toBe(1);
  expect(printed.join('\n')).not.toContain('secret');
});

test.each(['chromium', 'firefox', 'windows'])(
  'the policy template for %s has nothing wrong but what is to be filled in',
  async (browser) => {
    expect(await cairn('policy', 'template', '--for', browser)).toBe(0);
    expect(await cairn('policy', 'check', await file('template', printed.join('\n')))).toBe(0);
    const warned = printed.flatMap((line) => /^(?:fault|warning) {2}(.*?): /.exec(line)?.[1] ?? []);
    expect(warned).toEqual(
      expect.arrayContaining(['apps[0].origins[0]', 'hub.url', 'hub.token', 'packs[0].url', 'keys[0].x', 'privacy.person']),
    );
    expect(printed.join('\n')).toMatch(/no faults, \d+ warnings/);
    expect(printed.at(-1)).toContain('ifchoialnjipmdinnjfglalppkaejlnl');
  },
);

test('a filled-in policy has no placeholders, in whatever file it stands', async () => {
  const id = 'ifchoialnjipmdinnjfglalppkaejlnl';
  const filled = JSON.parse(JSON.stringify(aPolicy).replace(/\bexample(\.\w+)?\b/g, 'acme.com'));
  for (const content of [filled, { '3rdparty': { extensions: { [id]: filled } } }, { json: JSON.stringify(filled) }]) {
    await cairn('policy', 'check', await file('policy.json', content));
    expect(printed.join('\n')).not.toContain('still');
  }
});

test.each<[string, unknown, string]>([
  ['an id left out', { '3rdparty': { extensions: { EXTENSION_ID: aPolicy } } }, 'Write ifchoialnjipmdinnjfglalppkaejlnl'],
  [
    'an id left out of the list',
    {
      ExtensionInstallForcelist: ['EXTENSION_ID;https://x.acme.com'],
      '3rdparty': { extensions: { ifchoialnjipmdinnjfglalppkaejlnl: aPolicy } },
    },
    'ExtensionInstallForcelist[0]: still',
  ],
  [
    'the id of another extension',
    { '3rdparty': { extensions: { abcdefghijklmnopabcdefghijklmnop: aPolicy } } },
    'is not the id of Cairn',
  ],
  [
    'a token left out',
    withField(aPolicy, 'hub.token', 'the-token-that-the-hub-gave-you'),
    'hub.token: is still the token of the template',
  ],
  [
    'a server left out',
    withField(aPolicy, 'hub.url', 'https://cairn.example.com'),
    'hub.url: still has an address of the template',
  ],
  [
    'a token left out of text',
    { json: JSON.stringify(withField(aPolicy, 'hub.token', 'the-token-that-the-hub-gave-you')) },
    'hub.token: is still',
  ],
])('policy check reports %s with its remedy', async (_name, content, expected) => {
  await cairn('policy', 'check', await file('policy.json', content));
  expect(printed.join('\n')).toContain(expected);
});

const CAIRN = 'ifchoialnjipmdinnjfglalppkaejlnl';
const OWN_BUILD = 'abcdefghijklmnopabcdefghijklmnop';
const ADDRESS = 'https://cairn.acme.com/updates.xml';
const registryFile = (more: string) =>
  `Windows Registry Editor Version 5.00\r\n${more}\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${CAIRN}\\policy]\r\n"json"="{}"`;
const forced = (id: string, more: object) => ({ ExtensionSettings: { [id]: { installation_mode: 'force_installed', ...more } } });
const policyOf = (id: string) => ({ '3rdparty': { extensions: { [id]: aPolicy } } });

test.each<[string, unknown, boolean]>([
  ['from a list', { ExtensionInstallForcelist: [`${CAIRN};${ADDRESS}`], ...policyOf(CAIRN) }, true],
  ['from a list, under another id', { ExtensionInstallForcelist: [`${OWN_BUILD};${ADDRESS}`], ...policyOf(OWN_BUILD) }, true],
  ['by settings', { ...forced(CAIRN, { update_url: ADDRESS }), ...policyOf(CAIRN) }, true],
  ['from a list in the registry', registryFile(`[X\\ExtensionInstallForcelist]\r\n"1"="${CAIRN};${ADDRESS}"\r\n`), true],
  [
    'by settings with updates',
    { ...forced(CAIRN, { update_url: ADDRESS, override_update_url: true }), ...policyOf(CAIRN) },
    false,
  ],
  [
    'by settings with updates beside a list',
    {
      ...forced(CAIRN, { update_url: ADDRESS, override_update_url: true }),
      ...{ ExtensionInstallForcelist: [`${CAIRN};${ADDRESS}`], ...policyOf(CAIRN) },
    },
    false,
  ],
  [
    'from a store',
    { ...forced(CAIRN, { update_url: 'https://clients2.google.com/service/update2/crx' }), ...policyOf(CAIRN) },
    false,
  ],
  ['and another extension from a list', { ExtensionInstallForcelist: [`${OWN_BUILD};${ADDRESS}`], ...policyOf(CAIRN) }, false],
])('policy check says whether Cairn is updated where it is installed %s', async (_name, content, isWarned) => {
  await cairn('policy', 'check', await file('policy.json', content));
  expect(printed.join('\n').includes('later versions are not fetched')).toBe(isWarned);
});

test.each(['chromium', 'windows'])('the policy template for %s has Cairn updated', async (browser) => {
  await cairn('policy', 'template', '--for', browser);
  expect(printed.join('\n')).toMatch(/override_update_url\\?": ?true/);
  await cairn('policy', 'check', await file('template', printed.join('\n')));
  expect(printed.join('\n')).not.toContain('later versions are not fetched');
  expect(printed.join('\n')).toMatch(/ExtensionSettings\S*update_url: still has an address/);
});

test.each(['chromium', 'firefox', 'windows', 'utf-16', 'text', 'plain'])(
  'a pack is verified with the keys of a policy file: %s',
  async (form) => {
    const key = await newKey();
    await cairn('pack', 'sign', await file('orders.json', aPack), '--key', key.private);
    const { x } = JSON.parse(await readFile(key.public, 'utf8'));
    const browser = ['chromium', 'firefox', 'windows'].includes(form) ? form : 'chromium';
    await cairn('policy', 'template', '--for', form === 'utf-16' ? 'windows' : browser);
    const filled = printed
      .join('\n')
      .replaceAll('put-here-the-x-that-cairn-key-new-printed-1', x)
      .replaceAll('orders-2026', 'ours');
    const own = { keys: [{ kid: 'ours', x, apps: ['orders'] }] };
    const content = form === 'text' ? { json: JSON.stringify(own) } : form === 'plain' ? own : filled;
    const policy = await file('policy', content);
    if (form === 'utf-16') await writeFile(policy, `\ufeff${filled}`, 'utf16le');
    expect([await cairn('pack', 'verify', within('orders.jws'), '--key', policy), errors]).toEqual([0, []]);
  },
);

test('policy template without --for prints all templates with instructions', async () => {
  expect(await cairn('policy', 'template')).toBe(0);
  expect(printed).toHaveLength(Object.keys(templates).length);
  expect(printed.join('\n')).toContain('/etc/chromium/policies/managed/');
});

test.each<[string[], string]>([
  [['pack'], 'There is no command "pack".'],
  [['pack', 'burn'], 'There is no command "pack burn".'],
  [['pack', 'lnt', 'x.json'], 'There is no command "pack lnt". Did you mean "cairn pack lint"?'],
  [['pakc', 'sign'], 'Did you mean "cairn pack sign"?'],
  [['lint', 'x.json'], 'Did you mean "cairn pack lint"?'],
  [['publish', 'x.jws'], 'Did you mean "cairn pack publish"?'],
  [['verify', 'pack'], 'Did you mean "cairn pack verify"?'],
  [['polcy', 'chek'], 'Did you mean "cairn policy check"?'],
  [['pack', 'lint'], 'FILE is missing.'],
  [['pack', 'reach', 'orders'], 'VERSION is missing.'],
  [['sign-in'], 'LINK is missing.'],
  [['signin', 'https://x'], 'Did you mean "cairn sign-in"?'],
  [['pack', 'rollback', 'orders'], 'Did you mean "cairn pack roll-back"?'],
  [['sign-out', 'now'], 'The argument "now" is one too many.'],
  [['pack', 'lint', '/nowhere/x.json'], '/nowhere/x.json cannot be read: ENOENT.'],
  [['pack', 'sign', '/nowhere/x.json'], '--key is missing.'],
  [['pack', 'verify', 'a', 'b', '--key', 'c'], 'The argument "b" is one too many.'],
  [['pack', 'lint', '--fix', 'x'], '--fix'],
  [['key', 'new', '--kid', 'x'.repeat(121)], '--kid must have 1 to 120 characters.'],
  [['policy', 'template', '--for', 'netscape'], '--for takes chromium, windows, firefox.'],
  [['policy', 'template', '--for', 'toString'], '--for takes chromium, windows, firefox.'],
])('a wrong call is explained with the usage, exit code 2: %j', async (args, complaint) => {
  expect(await cairn(...args)).toBe(2);
  expect(errors.join('\n')).toContain(complaint);
  expect(errors.join('\n')).toContain('Usage: cairn');
});

test('a file that is not a key file is refused without printing its content', async () => {
  const pack = await file('orders.json', aPack);
  const key = await file('key.json', { kty: 'OKP', crv: 'Ed25519', kid: 'ours', x: 'A'.repeat(43), d: 'not-so-secret' });
  expect(await cairn('pack', 'sign', pack, '--key', key)).toBe(2);
  expect(errors.join('\n')).toContain('does not contain a private key');
  expect(errors.join('\n')).not.toContain('not-so-secret');
  expect(await cairn('pack', 'verify', pack, '--key', pack)).toBe(2);
  expect(errors.join('\n')).toContain('does not contain a public key');
});

const onPackFiles = ['pack lint', 'pack sign', 'pack verify', 'pack publish', 'pack why', 'pack check', 'pack try'];
const onDrafts = [
  ...['pack drafts', 'pack draft', 'pack submit', 'pack withdraw', 'pack discard', 'pack review', 'pack approve', 'pack return'],
];
const onReleases = [
  ...['pack release', 'pack versions', 'pack changes', 'pack reach', 'pack stop', 'pack roll-back', 'pack off', 'pack on'],
];
const onPacks = [...onPackFiles, ...onDrafts, ...onReleases];
const onKeys = [
  'proposals list',
  'proposals read',
  'proposals take',
  'proposals return',
  'proposals decline',
  'keys list',
  'keys new',
  'keys activate',
  'keys retire',
];
const others = ['key new', 'policy check', 'policy template', 'sign-in', 'sign-out'];
const all = ['init', 'diff', 'import', 'export', ...onPackFiles, ...others, ...onDrafts, ...onReleases, ...onKeys];

test.each<[string[], string[]]>([
  [['help'], all],
  [['--help'], all],
  [['-h'], all],
  [['help', 'sign'], ['pack sign']],
  [['help', 'pack'], onPacks],
  [['help', 'pack', 'sign'], ['pack sign']],
  [['pack', 'sign', '--help'], ['pack sign']],
  [['pack', '-h'], onPacks],
  [['sign-in', '--help'], ['sign-in']],
  [['help', 'roll-back'], ['pack roll-back']],
  [['policy', 'check', 'a.json', '--help'], ['policy check']],
])('%j prints help on its commands and succeeds', async (args, commands) => {
  expect(await cairn(...args)).toBe(0);
  expect(errors).toEqual([]);
  expect([...printed.join('\n').matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?)/gm)].map(([, name]) => name)).toEqual(commands);
});

test('help on an unknown command fails and lists all commands', async () => {
  expect(await cairn('help', 'burn')).toBe(2);
  expect(errors.join('\n')).toContain('There is no command "burn".');
  for (const name of all) expect(errors.join('\n')).toContain(`  ${name}`);
});

test('without arguments, the help is printed and the call fails', async () => {
  expect(await cairn()).toBe(2);
  expect(printed.join('\n')).toContain('pack sign FILE --key KEYFILE');
});
