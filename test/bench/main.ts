import { parseArgs } from 'node:util';

const usage = `npm run bench -- locate --data FOLDER [--json FILE] [--only APP] [--methods a,b]
       npm run bench -- friction [--browser chromium|firefox] [--json FILE] [--only PATTERN] [--nth N]
       npm run bench -- friction --apps NAME,NAME|all [--json FILE]
       npm run bench -- overlay [--json FILE]
       npm run bench -- desk [--json FILE]
       npm run bench -- pages [--json FILE] [--only PATTERN] [--apps NAME,NAME|none]
       npm run bench -- record [--json FILE] [--only PATTERN] [--apps NAME,NAME|none] [--methods cairn,playwright]
       npm run bench -- hub [--json FILE] [--only intake|growth|soak] [--sizes 10000,100000] [--minutes N]
       npm run bench -- attacks [--cases N] [--seed S] [--json FILE]
       npm run bench -- themes --data FOLDER [--json FILE] [--only PATTERN]
       npm run bench -- fuzz [--cases N] [--seed S] [--only NAME]`;

/** Benchmarks by name. Each is brought in only when it is asked for, so that one never waits for another's needs. */
const benches: Record<string, (options: Options) => Promise<void>> = {
  locate: async (options) => (await import('./locate/run.ts')).benchLocate(options),
  friction: async ({ apps, ...options }) =>
    apps
      ? (await import('./friction/run-apps.ts')).benchFrictionOnApps({ apps, ...options })
      : (await import('./friction/run.ts')).benchFriction(options),
  overlay: async (options) => (await import('./overlay/run.ts')).benchOverlay(options),
  desk: async (options) => (await import('./desk/run.ts')).benchDesk(options),
  pages: async (options) => (await import('./pages/run.ts')).benchPages(options),
  record: async (options) => (await import('./record/run.ts')).benchRecord(options),
  hub: async (options) => (await import('./hub/run.ts')).benchHub(options),
  attacks: async (options) => (await import('./attacks/run.ts')).benchAttacks(options),
  themes: async (options) => (await import('./themes/run.ts')).benchThemes(options),
  fuzz: async (options) => (await import('./fuzz/run.ts')).fuzz(options),
};

interface Options {
  data: string | undefined;
  json: string | undefined;
  only: string | undefined;
  apps: string | undefined;
  methods: string | undefined;
  cases: string | undefined;
  seed: string | undefined;
  browser: string | undefined;
  minutes: string | undefined;
  sizes: string | undefined;
  nth: string | undefined;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string' },
    apps: { type: 'string' },
    methods: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    browser: { type: 'string' },
    minutes: { type: 'string' },
    sizes: { type: 'string' },
    nth: { type: 'string' },
  },
});
const bench = benches[positionals[0] ?? ''];
if (!bench) {
  console.error(
    `There is no benchmark named "${positionals[0] ?? ''}". There are: ${Object.keys(benches).join(', ')}.\n${usage}`,
  );
  process.exit(2);
}
try {
  const { data, json, only, apps, methods, cases, seed, browser, minutes, sizes, nth } = values;
  await bench({ data, json, only, apps, methods, cases, seed, browser, minutes, sizes, nth });
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
