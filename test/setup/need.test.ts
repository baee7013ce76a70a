import { describe, expect, test } from 'vitest';
import type { Program } from '../../setup/find-programs.ts';
import { provide } from '../../setup/need.ts';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';
const ubuntu = 'ID=ubuntu\nID_LIKE=debian\n';
const provides: Record<string, Program> = { chromium: 'chromium', 'firefox-esr': 'firefox', postgresql: 'postgres' };

/** A machine that has some programs, and whose packages bring what they say. */
function machine({ has = [], system = debian, isRoot = true }: { has?: Program[]; system?: string; isRoot?: boolean }) {
  const there = new Set(has);
  const installs: string[][] = [];
  const means = {
    find: (program: Program) => (there.has(program) ? `/usr/bin/${program}` : undefined),
    system,
    isRoot,
    install: async (names: string[]) => {
      installs.push(names);
      for (const name of names) there.add(provides[name]!);
    },
    say: () => {},
  };
  return { means, installs };
}

const all = { chromium: true, firefox: true, postgres: true };

describe('what a command needs', () => {
  test('is found, and nothing is installed', async () => {
    const { means, installs } = machine({ has: ['chromium', 'firefox', 'postgres'] });
    expect(await provide(all, means)).toEqual({
      ok: true,
      at: { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox', postgres: '/usr/bin/postgres' },
    });
    expect(installs).toEqual([]);
  });

  test('is installed on Debian as root, only what is missing and asked for', async () => {
    const { means, installs } = machine({ has: ['firefox'] });
    expect(await provide({ chromium: true, firefox: true }, means)).toMatchObject({ ok: true });
    expect(installs).toEqual([['chromium']]);
  });

  test.each([
    ['not root', { isRoot: false }, ['Chromium', 'Firefox', 'PostgreSQL'], []],
    ['another system', { system: 'ID=fedora\n' }, ['Chromium', 'Firefox', 'PostgreSQL'], []],
    ['no system name', { system: '' }, ['Chromium', 'Firefox', 'PostgreSQL'], []],
    ['Ubuntu, whose browser packages are only doors to snaps', { system: ubuntu }, ['Chromium', 'Firefox'], [['postgresql']]],
  ])('%s: says what to install, and where to name it', async (_, given, named, installed) => {
    const { means, installs } = machine(given);
    const found = await provide(all, means);
    const why = found.ok ? '' : found.why;
    expect(['Chromium', 'Firefox', 'PostgreSQL'].filter((name) => why.includes(`  ${name}`))).toEqual(named);
    expect(why).toContain('CHROMIUM_PATH=');
    expect(installs).toEqual(installed);
  });

  test('a package that brought nothing is not taken for success', async () => {
    const { means } = machine({});
    expect(await provide({ chromium: true }, { ...means, install: async () => {} })).toMatchObject({ ok: false });
  });
});
