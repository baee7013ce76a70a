import { expect, test } from 'vitest';
import { findBrowser } from '../../../src/cli/browser/find-browser.ts';

/** A machine on which these files can be started. */
const host = (platform: NodeJS.Platform, files: string[], env: Record<string, string> = {}) => ({
  ...{ platform, env, home: '/home/ann' },
  executables: (pattern: string) => files.filter((one) => one.replaceAll('\\', '/') === pattern.replaceAll('\\', '/')),
});

test('a browser is taken in the order: named, of the environment, in the usual places', () => {
  const files = ['/opt/chrome', '/opt/other', '/usr/bin/chromium', '/usr/bin/google-chrome'];
  expect(findBrowser('/opt/chrome', host('linux', files, { CHROME_PATH: '/opt/other' }))).toBe('/opt/chrome');
  expect(findBrowser(undefined, host('linux', files, { CHROME_PATH: '/opt/other' }))).toBe('/opt/other');
  expect(findBrowser(undefined, host('linux', files))).toBe('/usr/bin/chromium');
});

test('Chrome and Edge are found on each system', () => {
  const edge = 'C:\\Program Files/Microsoft/Edge/Application/msedge.exe';
  expect(findBrowser(undefined, host('win32', [edge], { ProgramFiles: 'C:\\Program Files' }))).toMatch(/msedge\.exe$/);
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(undefined, host('darwin', [chrome]))).toBe(chrome);
  expect(findBrowser(undefined, host('linux', ['/usr/bin/microsoft-edge']))).toBe('/usr/bin/microsoft-edge');
});

test('without a browser, or with a wrong path, it is said how to name one', () => {
  expect(() => findBrowser(undefined, host('linux', []))).toThrow('--browser PATH, or CHROME_PATH');
  expect(() => findBrowser('/opt/nothing', host('linux', []))).toThrow('/opt/nothing is no program that can be started');
});
