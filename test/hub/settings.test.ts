import { expect, test } from 'vitest';
import { readSettings } from '../../src/hub/settings.ts';

test('settings have defaults for a first start', () => {
  expect(readSettings({ PATH: '/bin', CAIRN_ENROL_TOKEN: '' })).toEqual({
    ok: true,
    settings: {
      PORT: 8787,
      HOST: '127.0.0.1',
      CAIRN_DATA: '.cairn/hub',
      CAIRN_CONNECTIONS: 10,
      CAIRN_DESK: '.output/desk',
      CAIRN_KEEP_DAYS: 30,
      CAIRN_DAILY_ENTRIES: 5000,
      CAIRN_DAILY_MB: 5,
      CAIRN_RELEASE_HOURS: 1,
      CAIRN_INSTALLS_PER_PERSON: 2,
      CAIRN_PROXY_HOPS: 0,
      CAIRN_CONFIRM_READING_MINUTES: 60,
      CAIRN_CONFIRM_PUBLISHING_MINUTES: 5,
      LOG_LEVEL: 'info',
    },
  });
});

test('settings are read from the environment', () => {
  const given = {
    PORT: '0',
    HOST: '::1',
    CAIRN_DATA: '/data',
    DATABASE_URL: 'postgresql://a:b@db/cairn',
    CAIRN_ENROL_TOKEN: '0123456789abcdef',
    CAIRN_PUBLISH_TOKEN: 'fedcba9876543210',
    CAIRN_SIGNING_SECRET: 'a-secret-for-signing-keys',
    CAIRN_SIGNER_COMMAND: '/usr/local/bin/sign',
    CAIRN_CONNECTIONS: '20',
    CAIRN_DESK: '/desk',
    CAIRN_KEEP_DAYS: '7',
    CAIRN_DAILY_ENTRIES: '20000',
    CAIRN_DAILY_MB: '50',
    CAIRN_RELEASE_HOURS: '24',
    CAIRN_INSTALLS_PER_PERSON: '3',
    CAIRN_PROXY_HOPS: '1',
    CAIRN_PROVIDERS_FILE: '/providers.json',
    CAIRN_CONFIRM_READING_MINUTES: '30',
    CAIRN_CONFIRM_PUBLISHING_MINUTES: '2',
    LOG_LEVEL: 'debug',
  };
  expect(readSettings({ ...given, CAIRN_PUBLIC_URL: 'https://Cairn.example.com:443/' })).toEqual({
    ok: true,
    settings: {
      ...given,
      ...{
        PORT: 0,
        CAIRN_CONNECTIONS: 20,
        CAIRN_KEEP_DAYS: 7,
        CAIRN_DAILY_ENTRIES: 20_000,
        CAIRN_DAILY_MB: 50,
        CAIRN_RELEASE_HOURS: 24,
        CAIRN_INSTALLS_PER_PERSON: 3,
        CAIRN_PROXY_HOPS: 1,
        CAIRN_CONFIRM_READING_MINUTES: 30,
        CAIRN_CONFIRM_PUBLISHING_MINUTES: 2,
      },
      CAIRN_PUBLIC_URL: 'https://cairn.example.com',
    },
  });
});

test.each([
  ['PORT', 'eighty', 'must be a number'],
  ['PORT', '-1', 'must be a number'],
  ['PORT', '65536', 'must be at most 65535'],
  ['CAIRN_CONNECTIONS', '3', 'must be from 4 to 200'],
  ['CAIRN_DAILY_ENTRIES', '499', 'must be from 500 to 10000000'],
  ['CAIRN_DAILY_MB', '1.5', 'must be a whole number'],
  ['CAIRN_PROXY_HOPS', '6', 'must be from 0 to 5'],
  ['CAIRN_CONFIRM_READING_MINUTES', '0', 'must be from 1 to 720'],
  ['CAIRN_CONFIRM_PUBLISHING_MINUTES', '721', 'must be from 1 to 720'],
  ['CAIRN_RELEASE_HOURS', '5', 'must be 0, 1, 2, 3, 4, 6, 8, 12 or 24'],
  ['CAIRN_INSTALLS_PER_PERSON', '0', 'must be from 1 to 10'],
  ['CAIRN_INSTALLS_PER_PERSON', '11', 'must be from 1 to 10'],
  ['HOST', 'http://here', 'must be an address or a name'],
  ['DATABASE_URL', 'mysql://db', 'must begin with "postgres://"'],
  ['CAIRN_ENROL_TOKEN', 'short', 'must have at least 16 characters'],
  ['CAIRN_ENROL_TOKEN', 'x'.repeat(201), 'must have at most 200 characters'],
  ['CAIRN_PUBLISH_TOKEN', 'short', 'must have at least 16 characters'],
  ['CAIRN_PUBLIC_URL', 'cairn.example.com', 'must be scheme, host and port only'],
  ['CAIRN_PUBLIC_URL', 'https://example.com/cairn', 'must be scheme, host and port only'],
  ['CAIRN_PUBLIC_URL', 'https://:0:0', 'must be an address'],
  ['CAIRN_KEEP_DAYS', '31', 'must be at most 30'],
  ['CAIRN_KEEP_DAYS', '6', 'must be at least 7'],
  ['CAIRN_KEEP_DAYS', '0', 'must be at least 7'],
  ['CAIRN_KEEP_DAYS', '14.5', 'must be a whole number'],
  ['CAIRN_KEEP_DAYS', '-7', 'must be a whole number'],
  ['CAIRN_KEEP_DAYS', 'for ever', 'must be a whole number'],
  ['LOG_LEVEL', 'loud', 'must be one of debug, info, warn, error'],
])('the setting %s=%s is refused with a remedy', (path, value, reason) => {
  const read = readSettings({ [path]: value });
  expect(read).toEqual({ ok: false, faults: [{ path, reason, remedy: expect.stringMatching(/^(Give|Make) /) }] });
  if (!read.ok && /TOKEN/.test(path)) expect(JSON.stringify(read.faults)).not.toContain(value);
});

test('every faulty setting is reported, not only the first', () => {
  const read = readSettings({ PORT: 'x', HOST: 'a/b', LOG_LEVEL: 'x' });
  expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual(['PORT', 'HOST', 'LOG_LEVEL']);
});

test('a signing secret is given once', () => {
  const read = readSettings({ CAIRN_SIGNING_SECRET: 'a-secret-for-signing-keys', CAIRN_SIGNING_SECRET_FILE: '/secret' });
  expect(read).toMatchObject({
    ok: false,
    faults: [{ path: 'CAIRN_SIGNING_SECRET_FILE', remedy: 'Remove one of the two variables.' }],
  });
});
