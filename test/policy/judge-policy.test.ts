import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy/policy.ts';
import { policy as schema } from '../../src/model/policy/policy.ts';
import { judgePolicy } from '../../src/policy/judge-policy.ts';
import { withField } from '../packs/a-pack.ts';
import { aPolicy } from './a-policy.ts';

const none = judgePolicy(undefined).policy;
const { apps, keys, packs } = aPolicy;
const [orders, billing] = apps;

test('a valid policy is used unchanged', () => {
  expect(judgePolicy(aPolicy)).toEqual({ policy: aPolicy, faults: [] });
});

test.each([undefined, null, {}])('%s is an empty policy without a fault', (raw) => {
  expect(judgePolicy(raw)).toEqual({ policy: none, faults: [] });
  expect(none).toEqual({
    apps: [],
    packs: [],
    keys: [],
    audience: {},
    switches: { guidance: true, feedback: true, friction: true },
    retention: { days: 30 },
    privacy: {},
    studio: { record: 'authors', author: false },
  });
});

const onlyHashKey = { hashKey: aPolicy.privacy.hashKey };

/** What is put where, the path of the fault that it makes, and what of the policy is different for it. */
type Row = [name: string, path: string, value: unknown, fault: string, left: Partial<Policy>];

const rows: Row[] = [
  ['apps as an object', 'apps', {}, 'apps', { apps: [] }],
  ['apps as text', 'apps', '[]', 'apps', { apps: [] }],
  ['an app that is null', 'apps.0', null, 'apps[0]', { apps: [billing!] }],
  ['an app that is a list', 'apps.1', [], 'apps[1]', { apps: [orders!] }],
  ['an app without an id', 'apps.0.id', undefined, 'apps[0].id', { apps: [billing!] }],
  ['an app id in capitals', 'apps.0.id', 'Orders', 'apps[0].id', { apps: [billing!] }],
  ['an app without a name', 'apps.1.name', undefined, 'apps[1].name', { apps: [orders!] }],
  ['an app name that is a number', 'apps.1.name', 7, 'apps[1].name', { apps: [orders!] }],
  ['an app without addresses', 'apps.1.origins', [], 'apps[1].origins', { apps: [orders!] }],
  ['addresses that are one text', 'apps.1.origins', 'https://a.example', 'apps[1].origins', { apps: [orders!] }],
  [
    'one wrong address of two',
    'apps.0.origins.1',
    'orders.example',
    'apps[0].origins[1]',
    { apps: [{ ...orders!, origins: [orders!.origins[0]!] }, billing!] },
  ],
  ['the only address wrong', 'apps.1.origins.0', 'ftp://a.example', 'apps[1].origins[0]', { apps: [orders!] }],
  ['an address with a path', 'apps.1.origins.0', 'https://a.example/app', 'apps[1].origins[0]', { apps: [orders!] }],
  ['an address with a slash', 'apps.1.origins.0', 'https://a.example/', 'apps[1].origins[0]', { apps: [orders!] }],
  ['an address in capitals', 'apps.1.origins.0', 'https://A.example', 'apps[1].origins[0]', { apps: [orders!] }],
  ['the default port', 'apps.1.origins.0', 'https://a.example:443', 'apps[1].origins[0]', { apps: [orders!] }],
  ['a port past 65535', 'apps.1.origins.0', 'https://a.example:70000', 'apps[1].origins[0]', { apps: [orders!] }],
  ['a number for a host', 'apps.1.origins.0', 'http://0x7f.1', 'apps[1].origins[0]', { apps: [orders!] }],
  ['every site', 'apps.1.origins.0', 'https://*', 'apps[1].origins[0]', { apps: [orders!] }],
  ['all of .com', 'apps.1.origins.0', 'https://*.com', 'apps[1].origins[0]', { apps: [orders!] }],
  ['all of .co.uk', 'apps.1.origins.0', 'https://*.co.uk', 'apps[1].origins[0]', { apps: [orders!] }],
  ['a star in a network', 'apps.1.origins.0', 'http://*.0.0.1', 'apps[1].origins[0]', { apps: [orders!] }],
  ['a star in the middle', 'apps.1.origins.0', 'https://a.*.example', 'apps[1].origins[0]', { apps: [orders!] }],
  ['a star for the scheme', 'apps.1.origins.0', '*://a.example', 'apps[1].origins[0]', { apps: [orders!] }],
  ['two dots', 'apps.1.origins.0', 'https://a..example', 'apps[1].origins[0]', { apps: [orders!] }],
  ['an extension page', 'apps.1.origins.0', 'chrome-extension://abcdefgh', 'apps[1].origins[0]', { apps: [orders!] }],
  ['<all_urls>', 'apps.1.origins.0', '<all_urls>', 'apps[1].origins[0]', { apps: [orders!] }],
  ['an app twice', 'apps.1.id', 'orders', 'apps[1].id', { apps: [orders!] }],
  [
    'an address in two apps',
    'apps.1.origins',
    ['https://orders.example', 'https://b.example'],
    'apps[1].origins[0]',
    { apps: [orders!, { ...billing!, origins: ['https://b.example'] }] },
  ],
  ['no address of its own', 'apps.1.origins', ['https://orders.example'], 'apps[1].origins', { apps: [orders!] }],
  ['an unknown field of an app', 'apps.1.url', 'https://a.example', 'apps[1].url', {}],
  ['a hub that is an address', 'hub', 'https://cairn.example', 'hub', { hub: undefined }],
  ['a hub that is null', 'hub', null, 'hub', { hub: undefined }],
  ['a hub without an address', 'hub.url', undefined, 'hub.url', { hub: undefined }],
  ['a hub in the clear', 'hub.url', 'http://cairn.example', 'hub.url', { hub: undefined }],
  ['a hub that is script', 'hub.url', 'javascript:alert(1)', 'hub.url', { hub: undefined }],
  ['a hub with a password', 'hub.url', 'https://a:b@cairn.example', 'hub.url', { hub: undefined }],
  ['a token too short', 'hub.token', 'secret', 'hub.token', { hub: undefined }],
  ['no token', 'hub.token', undefined, 'hub.token', { hub: undefined }],
  ['packs as an address', 'packs', 'https://cairn.example/packs', 'packs', { packs: [] }],
  ['a pack as an address', 'packs.0', 'https://cairn.example/a.jws', 'packs[0]', { packs: [packs[1]!] }],
  ['a pack from nowhere', 'packs.0', {}, 'packs[0]', { packs: [packs[1]!] }],
  ['a pack from two places', 'packs.0', { ...packs[0], ...packs[1] }, 'packs[0]', { packs: [packs[1]!] }],
  ['a pack in the clear', 'packs.0.url', 'http://cairn.example/a.jws', 'packs[0].url', { packs: [packs[1]!] }],
  ['a pack that is cut off', 'packs.1.jws', 'aaa', 'packs[1].jws', { packs: [packs[0]!] }],
  ['keys as an object', 'keys', { one: 'x' }, 'keys', { keys: [] }],
  ['a key that is too short', 'keys.0.x', 'AAAA', 'keys[0].x', { keys: [keys[1]!] }],
  ['a key in ordinary base64', 'keys.0.x', `${'A'.repeat(42)}+`, 'keys[0].x', { keys: [keys[1]!] }],
  ['a key without an id', 'keys.0.kid', undefined, 'keys[0].kid', { keys: [keys[1]!] }],
  ['a key id twice', 'keys.1.kid', 'one', 'keys[1].kid', { keys: [keys[0]!] }],
  ['a key without apps', 'keys.0.apps', undefined, 'keys[0].apps', { keys: [keys[1]!] }],
  ['a key for no app', 'keys.0.apps', [], 'keys[0].apps', { keys: [keys[1]!] }],
  ['a key with its app as text', 'keys.0.apps', 'orders', 'keys[0].apps', { keys: [keys[1]!] }],
  ['a key for an app in capitals', 'keys.0.apps', ['Orders'], 'keys[0].apps[0]', { keys: [keys[1]!] }],
  ['one wrong app of two', 'keys.0.apps', ['orders', 'or*'], 'keys[0].apps[1]', {}],
  ['a pack with an id and no app', 'packs.0.app', undefined, 'packs[0]', { packs: [packs[1]!] }],
  ['a private key by mistake', 'keys.0.d', 'secret-secret', 'keys[0].d', {}],
  [
    '21 keys',
    'keys',
    Array.from({ length: 21 }, (_, at) => ({ kid: `k${at}`, x: 'A'.repeat(43), apps: ['*'] })),
    'keys',
    { keys: Array.from({ length: 20 }, (_, at) => ({ kid: `k${at}`, x: 'A'.repeat(43), apps: ['*'] })) },
  ],
  ['an audience that is a list', 'audience', ['Purchasing'], 'audience', { audience: {} }],
  [
    'a department that is a list',
    'audience.department',
    ['Purchasing'],
    'audience.department',
    { audience: { ...aPolicy.audience, department: undefined } },
  ],
  ['an empty role', 'audience.role', '', 'audience.role', { audience: { ...aPolicy.audience, role: undefined } }],
  ['a misspelt attribute', 'audience.departement', 'Purchasing', 'audience.departement', {}],
  ['a studio that is a switch', 'studio', true, 'studio', { studio: { record: 'nobody', author: false } }],
  ['recording by a word unknown', 'studio.record', 'all', 'studio.record', { studio: { ...aPolicy.studio, record: 'nobody' } }],
  ['recording that is null', 'studio.record', null, 'studio.record', { studio: { ...aPolicy.studio, record: 'nobody' } }],
  ['an author as text', 'studio.author', 'true', 'studio.author', { studio: { ...aPolicy.studio, author: false } }],
  ['apps to record as text', 'studio.apps', 'orders', 'studio.apps', { studio: { ...aPolicy.studio, apps: [] } }],
  ['apps to record that are null', 'studio.apps', null, 'studio.apps', { studio: { ...aPolicy.studio, apps: [] } }],
  [
    'one wrong app to record of two',
    'studio.apps.0',
    'Orders',
    'studio.apps[0]',
    { studio: { ...aPolicy.studio, apps: ['billing'] } },
  ],
  ['an unknown field of the studio', 'studio.publish', true, 'studio.publish', {}],
  ['switches off at once', 'switches', false, 'switches', { switches: { guidance: false, feedback: false, friction: false } }],
  ['a switch as text', 'switches.feedback', 'false', 'switches.feedback', { switches: { ...aPolicy.switches, feedback: false } }],
  ['a switch as a number', 'switches.guidance', 1, 'switches.guidance', { switches: { ...aPolicy.switches, guidance: false } }],
  [
    'a switch that is null',
    'switches.guidance',
    null,
    'switches.guidance',
    { switches: { ...aPolicy.switches, guidance: false } },
  ],
  ['retention for ever', 'retention.days', 3650, 'retention.days', { retention: { days: 30 } }],
  ['retention of nothing', 'retention.days', 0, 'retention.days', { retention: { days: 30 } }],
  ['half a day', 'retention.days', 1.5, 'retention.days', { retention: { days: 30 } }],
  ['days as text', 'retention.days', '14', 'retention.days', { retention: { days: 30 } }],
  ['retention as a number', 'retention', 14, 'retention', { retention: { days: 30 } }],
  ['privacy as a switch', 'privacy', true, 'privacy', { privacy: {} }],
  ['a hash key too short', 'privacy.hashKey', 'short', 'privacy.hashKey', { privacy: {} }],
  ['a hash key that is a number', 'privacy.hashKey', 1234567890123456, 'privacy.hashKey', { privacy: {} }],
  ['a person without a hash key', 'privacy.hashKey', undefined, 'privacy.person', { privacy: {} }],
  ['the enrolment token as hash key', 'privacy.hashKey', aPolicy.hub.token, 'privacy.hashKey', { privacy: {} }],
  ['an empty person', 'privacy.person', '', 'privacy.person', { privacy: onlyHashKey }],
  ['a person that is a number', 'privacy.person', 4711, 'privacy.person', { privacy: onlyHashKey }],
  ['a person that is a variable', 'privacy.person', '$\u007buser.id}', 'privacy.person', { privacy: onlyHashKey }],
  ['a person that is a variable in braces', 'privacy.person', 'u-{{userid}}', 'privacy.person', { privacy: onlyHashKey }],
  ['a person that is a variable of Windows', 'privacy.person', '%USERNAME%', 'privacy.person', { privacy: onlyHashKey }],
  [
    'sharing of names as a switch',
    'privacy.nameSharing',
    true,
    'privacy.nameSharing',
    { privacy: { ...aPolicy.privacy, nameSharing: 'off' } },
  ],
  ['a misspelt hash key', 'privacy.hashkey', 'a-key-for-hashing-only', 'privacy.hashkey', {}],
  ['a misspelt field', 'kyes', [], 'kyes', {}],
  ['a field of objects', 'toString', 1, 'toString', {}],
];

test.each(rows)('a policy with %s has one fault, and the rest applies', (_name, path, value, fault, left) => {
  const { policy, faults } = judgePolicy(withField(aPolicy, path, value));
  expect(faults.filter(({ warning }) => !warning).map((one) => one.path)).toContain(fault);
  expect(policy).toEqual({ ...aPolicy, ...left });
  for (const { reason, remedy } of faults) {
    expect(reason).toMatch(/\S/);
    expect(remedy).toMatch(/^[A-Z].*[.?…]$/s);
    expect(`${reason} ${remedy}`).not.toMatch(/undefined|\[object|Invalid input|secret/);
  }
});

test('the table of faulty policies has at least the promised size', () => {
  expect(rows.length).toBeGreaterThanOrEqual(25);
});

test.each([
  ['a list', []],
  ['text', 'apps: orders'],
  ['a number', 7],
  ['false', false],
])('%s instead of a policy has a fault and no effect', (_name, raw) => {
  expect(judgePolicy(raw)).toMatchObject({ policy: none, faults: [{ path: '' }] });
});

test.each([
  ['apps.0.origins.0', 'https://orders.example/list?a=1', 'Write "https://orders.example".'],
  ['apps.0.origins.0', 'HTTPS://Orders.Example:443', 'Write "https://orders.example".'],
  ['apps.0.origins.0', 'orders.example', 'Write "https://orders.example".'],
  ['apps.0.origins.0', 'https://*.Orders.example/', 'Write "https://*.orders.example".'],
  ['apps.0.origin', ['https://orders.example'], 'Did you mean "origins"?'],
  ['swithces', {}, 'Did you mean "switches"?'],
  ['audience.Department', 'Purchasing', 'Did you mean "department"?'],
  ['switches.feedback', 'off', 'Write true or false, without quotes. Until then it is off.'],
  ['apps.0.name', '', 'Correct it (Name of the app for people). Until then apps[0] is left out.'],
])('%s as %j has a remedy to copy', (path, value, remedy) => {
  expect(judgePolicy(withField(aPolicy, path, value)).faults.map((fault) => fault.remedy)).toContain(remedy);
});

test('an enrolment token as hash key is found even if the hub itself is left out', () => {
  const { policy, faults } = judgePolicy({
    hub: { url: 'http://cairn.example', token: 'sixteen-characters' },
    privacy: { hashKey: 'sixteen-characters', person: 'u-4711' },
  });
  expect(policy).toMatchObject({ privacy: {} });
  expect(policy.privacy).toEqual({});
  expect(faults.map(({ path }) => path)).toEqual(['hub.url', 'privacy.hashKey']);
});

test('a fault names everything that is left out because of it', () => {
  const { faults } = judgePolicy(withField(aPolicy, 'hub.token', 'short'));
  expect(faults).toEqual([
    {
      path: 'hub.token',
      reason: 'is text of 5 characters and must have at least 16 characters',
      remedy: 'Copy the enrolment token from the hub. Until then hub is left out.',
    },
  ]);
});

test.each([
  ['keys', withField(aPolicy, 'keys'), 'keys'],
  ['a hub, while feedback is on', withField(aPolicy, 'hub'), 'hub'],
  ['apps', withField(aPolicy, 'apps'), 'apps'],
])('a policy without %s has a warning', (_name, raw, path) => {
  expect(judgePolicy(raw).faults).toEqual([expect.objectContaining({ path, warning: true })]);
});

test.each([
  [
    'a key for an app that it does not have',
    withField(aPolicy, 'keys.0.apps', ['orders', 'ordres']),
    'keys[0].apps[1]',
    '"orders", "billing"',
  ],
  ['a pack for an app that it does not have', withField(aPolicy, 'packs.0.app', 'ordres'), 'packs[0].app', '"orders", "billing"'],
  ['recording in an app that it does not have', withField(aPolicy, 'studio.apps.1', 'ordres'), 'studio.apps', 'by their "id"'],
  [
    'a pack that none of its keys may sign',
    withField(aPolicy, 'keys', [{ ...keys[0]!, apps: ['billing'] }]),
    'packs[0].app',
    'Add "orders" to "apps" of the key that signs it.',
  ],
])('a policy with %s has a warning', (_name, raw, path, remedy) => {
  expect(judgePolicy(raw).faults).toEqual([
    { path, reason: expect.any(String), remedy: expect.stringContaining(remedy), warning: true },
  ]);
});

test.each([
  ['keys.0.apps', undefined],
  ['keys.0.apps', 'orders'],
  ['keys.0.apps', ['or*']],
])('%s that is %j is refused with how to write it', (path, value) => {
  expect(judgePolicy(withField(aPolicy, path, value)).faults.map((fault) => fault.remedy)).toContainEqual(
    expect.stringContaining('as in ["orders"], or give ["*"] for all apps.'),
  );
});

test('a policy without a hub and with feedback off has no fault', () => {
  expect(judgePolicy(withField(withField(aPolicy, 'hub'), 'switches.feedback', false)).faults).toEqual([]);
});

test('paths of faults keep the index that was written, though earlier items were removed', () => {
  const raw = {
    ...aPolicy,
    apps: [
      7,
      { ...orders, origins: ['x', 'https://orders.example'] },
      { ...billing, origins: ['y', 'https://orders.example', 'https://b.example'] },
    ],
  };
  const { faults } = judgePolicy(raw);
  expect(faults.map(({ path }) => path)).toEqual(['apps[0]', 'apps[1].origins[0]', 'apps[2].origins[0]', 'apps[2].origins[1]']);
});

test('a policy may be given as JSON text', () => {
  expect(judgePolicy({ json: JSON.stringify(aPolicy) })).toEqual({ policy: aPolicy, faults: [] });
  expect(judgePolicy({ json: JSON.stringify(withField(aPolicy, 'retention.days', '14')) }).faults).toMatchObject([
    { path: 'retention.days' },
  ]);
});

test.each([
  ['that is none', '{"hub":{"token":"sixteen-characters-of-secret"', 'json'],
  ['cut in a text', '{"hub":{"token":"sixteen-characters-of-sec', 'json'],
  ['that V8 would repeat', '{"token": secret-of-the-hub}', 'json'],
  ['that is an object', { apps: [] }, 'json'],
])('JSON text %s is reported without its content, and the fields beside it apply', (_name, json, path) => {
  const { policy, faults } = judgePolicy({ ...aPolicy, json });
  expect(policy).toEqual(aPolicy);
  expect(faults).toMatchObject([{ path }]);
  expect(JSON.stringify(faults)).not.toContain('secret');
});

test('fields beside valid JSON text are reported and ignored', () => {
  const { policy, faults } = judgePolicy({ json: '{"retention":{"days":3}}', apps });
  expect(policy).toEqual({ ...none, retention: { days: 3 } });
  expect(faults).toMatchObject([{ path: 'apps', reason: expect.stringContaining('beside "json"') }]);
});

test('of a thousand faults a hundred are reported', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, at]));
  expect(judgePolicy(many).faults).toHaveLength(101);
});

test('any JSON value gives a policy that fits the schema, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      expect(schema.safeParse(judgePolicy(raw).policy).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const likeOne = fc.dictionary(
  fc.constantFrom(...Object.keys(aPolicy), 'json', '__proto__', 'constructor'),
  fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(aPolicy))),
);

test('anything shaped like a policy gives a policy that fits the schema', () => {
  fc.assert(
    fc.property(likeOne, (raw) => {
      expect(schema.safeParse(judgePolicy(raw).policy).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const pathsOf = (value: unknown, before = ''): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) => [`${before}${key}`, ...pathsOf(one, `${before}${key}.`)]);

test('with any field replaced or removed, faults and the policy in force agree', () => {
  const change = fc.record({ path: fc.constantFrom(...pathsOf(aPolicy)), value: fc.option(fc.jsonValue(), { nil: undefined }) });
  fc.assert(
    fc.property(change, ({ path, value }) => {
      // As JSON has it: an element taken out of a list leaves null.
      const raw = JSON.parse(JSON.stringify(withField(aPolicy, path, value)));
      const { policy, faults } = judgePolicy(raw);
      const fitsAsItIs = schema.safeParse(raw).success;
      const hasFault = faults.some(({ warning }) => !warning);
      // A policy that fits can still be at fault by what its parts say of one another.
      if (!hasFault) expect(policy).toEqual(schema.parse(raw));
      if (!fitsAsItIs) expect(hasFault).toBe(true);
      // One change touches one field at the top; the others stand as they were.
      const [top] = path.split('.');
      for (const field of Object.keys(aPolicy) as (keyof typeof aPolicy)[])
        if (field !== top) expect(policy[field]).toEqual(aPolicy[field]);
    }),
    { numRuns: 1000 },
  );
});
