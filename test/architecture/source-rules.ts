import { type ArchitectureRule, eachSource, isConfig, isTest } from './codebase.ts';

/** Files of the hub that count something else than people, each with what it is. Numbers about people are made in `hub/aggregates`. */
const COUNTS_OF_OTHER_THINGS: Record<string, string> = {
  'src/hub/auth/sign-in-link.ts': 'whether there is any account of the desk yet',
  'src/hub/installs/enrol.ts': 'enrolments of a minute, for its limit',
  'src/hub/entries/intake/judge-answers.ts': 'questions of packs that are not published here, for their limit',
  'src/hub/entries/intake/write-batch.ts': 'rows that a batch wrote',
  'src/hub/entries/retention/prune-entries.ts': 'rows that were deleted, for the log',
};

/** Ways to count or to sum rows or people: in SQL, by drizzle, and by the functions of `hub/aggregates` that decide who is a person. */
const COUNTING = [
  /\b(?:count|sum|avg|percentile_cont|percentile_disc|mode|stddev|variance|width_bucket)\s*\(/i,
  /\bgroup by\b/i,
  /\.(?:groupBy|having|\$count)\(/,
  /\b(?:countDistinct|sumDistinct|avgDistinct|countPeople|peopleByKey|contributorKey)\b/,
];

const MAX_FILE_LINES = 200;
const MAX_ENTRYPOINT_LINES = 60;

export const sourceRules = {
  'no barrels': (codebase) =>
    eachSource(
      codebase,
      (source) =>
        !isTest(source.path) && (source.isBarrel || source.exportsAll) && `${source.path}: passes on what other files export`,
    ),

  'named exports only': (codebase) =>
    eachSource(
      codebase,
      ({ path, exportsDefault }) =>
        path.startsWith('src/') && !isConfig(path) && exportsDefault && `${path}: has a default export`,
    ),

  'files stay small': (codebase) =>
    eachSource(
      codebase,
      ({ path, lines }) => !isTest(path) && lines > MAX_FILE_LINES && `${path}: has ${lines} lines, more than ${MAX_FILE_LINES}`,
    ),

  'entrypoints stay small': (codebase) =>
    eachSource(
      codebase,
      ({ path, lines }) =>
        path.startsWith('entrypoints/') &&
        lines > MAX_ENTRYPOINT_LINES &&
        `${path}: has ${lines} lines, more than ${MAX_ENTRYPOINT_LINES}`,
    ),

  'no state in a module': (codebase) =>
    eachSource(
      codebase,
      ({ path, moduleVariables }) =>
        !isTest(path) && moduleVariables.length > 0 && `${path}: has a variable of its own: ${moduleVariables.join(', ')}`,
    ),

  'people are counted in hub/aggregates alone': (codebase) =>
    eachSource(codebase, ({ path, text }) => {
      if (!path.startsWith('src/hub/') || path.startsWith('src/hub/aggregates/') || path in COUNTS_OF_OTHER_THINGS)
        return undefined;
      const code = text.replace(/\bMap\.groupBy\(/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
      const found = COUNTING.map((one) => one.exec(code)?.[0]).find((one) => one !== undefined);
      return found && `${path}: counts by "${found}"; numbers about people are made in hub/aggregates`;
    }),

  'what is temporary has an end date': (codebase) =>
    eachSource(codebase, ({ path, comments }) => {
      const marks = comments.flatMap((comment) => [...comment.matchAll(/\b(?:TODO|FIXME|XXX)\b(?: \[(\d{4}-\d\d-\d\d)\])?/g)]);
      const wrong = marks.find(([, day]) => day === undefined || day < codebase.today);
      return wrong && `${path}: "${wrong[0]}" ${wrong[1] ? 'has passed' : 'has no date, as in TODO [2026-12-31]'}`;
    }),
} satisfies Record<string, ArchitectureRule>;
