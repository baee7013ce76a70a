import { describe, expect, test } from 'vitest';
import type { Program } from '../../setup/find-programs.ts';
import { providePrograms } from '../../setup/require-programs.ts';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';
const ubuntu = 'ID=ubuntu\nID_LIKE=debian\n';
const provides: Record<string, Program> = { chromium: 'chromium', 'firefox-esr': 'firefox', postgresql: 'postgres' };

/** A machine that has some programs, and whose packages bring their programs. */
function machine({ has = [], osRelease = debian, isRoot = true }: { has?: Program[]; osRelease?: string; isRoot?: boolean }) {
  const there = new Set(has);
  const installs: string[][] = [];
  const deps = {
    find: (program: Program) => (there.has(program) ? `/usr/bin/${program}` : undefined),
    osRelease,
    isRoot,
    install: async (names: string[]) => {
      installs.push(names);
      for (const name of names) there.add(provides[name]!);
    },
    log: () => {},
  };
  return { deps, installs };
}

const all = { chromium: true, firefox: true, postgres: true };

describe('the programs that a command requires', () => {
  test('are found, and nothing is installed', async () => {
    const { deps, installs } = machine({ has: ['chromium', 'firefox', 'postgres'] });
    expect(await providePrograms(all, deps)).toEqual({
      ok: true,
      at: { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox', postgres: '/usr/bin/postgres' },
    });
    expect(installs).toEqual([]);
  });

  test('are installed on Debian as root, those that are missing and required', async () => {
    const { deps, installs } = machine({ has: ['firefox'] });
    expect(await providePrograms({ chromium: true, firefox: true }, deps)).toMatchObject({ ok: true });
    expect(installs).toEqual([['chromium']]);
  });

  test.each([
    ['the user is not root', { isRoot: false }, ['Chromium', 'Firefox', 'PostgreSQL'], []],
    ['another system than Debian', { osRelease: 'ID=fedora\n' }, ['Chromium', 'Firefox', 'PostgreSQL'], []],
    ['a system that does not name itself', { osRelease: '' }, ['Chromium', 'Firefox', 'PostgreSQL'], []],
    ['Ubuntu, whose browser packages install snaps', { osRelease: ubuntu }, ['Chromium', 'Firefox'], [['postgresql']]],
  ])('are listed for the person to install: %s', async (_, given, named, installed) => {
    const { deps, installs } = machine(given);
    const found = await providePrograms(all, deps);
    const why = found.ok ? '' : found.why;
    expect(['Chromium', 'Firefox', 'PostgreSQL'].filter((name) => why.includes(`  ${name}`))).toEqual(named);
    expect(why).toContain('CHROMIUM_PATH=');
    expect(installs).toEqual(installed);
  });

  test('are still missing after a package that did not bring them', async () => {
    const { deps } = machine({});
    expect(await providePrograms({ chromium: true }, { ...deps, install: async () => {} })).toMatchObject({ ok: false });
  });
});
