import { describe, expect, test } from 'vitest';
import { findProgram, type Program } from '../../setup/find-programs.ts';

/** A machine with these files. Patterns are matched as the shell does: `*` within one name. */
function machine(
  files: string[],
  { platform = 'linux', env = {} }: { platform?: NodeJS.Platform; env?: NodeJS.ProcessEnv } = {},
) {
  const fits = (pattern: string) => {
    const source = pattern
      .replaceAll('\\', '/')
      .replace(/[.+?^${}()|[\]]/g, '\\$&')
      .replaceAll('*', '[^/]*');
    return files
      .filter((file) => new RegExp(`^${source}$`).test(file.replaceAll('\\', '/')))
      .sort()
      .reverse();
  };
  return { platform, env, home: '/home/mara', executables: fits };
}

describe('findProgram', () => {
  test.each<[string, Program, ReturnType<typeof machine>, string | undefined]>([
    [
      'what the environment names comes first',
      'chromium',
      machine(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/opt/c' } }),
      '/opt/c',
    ],
    ['Debian’s Chromium', 'chromium', machine(['/usr/bin/chromium']), '/usr/bin/chromium'],
    ['a branded Chrome is no use: it loads no unpacked extension', 'chromium', machine(['/usr/bin/google-chrome']), undefined],
    [
      'Playwright’s, the newest',
      'chromium',
      machine([
        '/home/mara/.cache/ms-playwright/chromium-1180/chrome-linux/chrome',
        '/home/mara/.cache/ms-playwright/chromium-1201/chrome-linux64/chrome',
      ]),
      '/home/mara/.cache/ms-playwright/chromium-1201/chrome-linux64/chrome',
    ],
    [
      'Playwright’s on a Mac',
      'firefox',
      machine(['/home/mara/Library/Caches/ms-playwright/firefox-1500/firefox/Nightly.app/Contents/MacOS/firefox'], {
        platform: 'darwin',
      }),
      '/home/mara/Library/Caches/ms-playwright/firefox-1500/firefox/Nightly.app/Contents/MacOS/firefox',
    ],
    ['Firefox ESR before Firefox', 'firefox', machine(['/usr/bin/firefox', '/usr/bin/firefox-esr']), '/usr/bin/firefox-esr'],
    [
      'PostgreSQL: the newest that the hub is tried on, as a folder',
      'postgres',
      machine(['/usr/lib/postgresql/15/bin/initdb', '/usr/lib/postgresql/17/bin/initdb', '/usr/lib/postgresql/14/bin/initdb']),
      '/usr/lib/postgresql/17/bin',
    ],
    ['an old PostgreSQL is none', 'postgres', machine(['/usr/lib/postgresql/14/bin/initdb']), undefined],
    [
      'Windows',
      'postgres',
      machine(['C:/Program Files/PostgreSQL/16/bin/initdb.exe'], {
        platform: 'win32',
        env: { ProgramFiles: 'C:/Program Files' },
      }),
      'C:/Program Files/PostgreSQL/16/bin',
    ],
    ['nothing', 'firefox', machine([]), undefined],
  ])('%s', (_, program, where, expected) => {
    expect(findProgram(program, where)).toBe(expected);
  });
});
