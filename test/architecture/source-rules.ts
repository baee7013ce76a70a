import { type ArchitectureRule, eachSource, isConfig, isTest } from './codebase.ts';

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

  'what is temporary has an end date': (codebase) =>
    eachSource(codebase, ({ path, comments }) => {
      const marks = comments.flatMap((comment) => [...comment.matchAll(/\b(?:TODO|FIXME|XXX)\b(?: \[(\d{4}-\d\d-\d\d)\])?/g)]);
      const wrong = marks.find(([, day]) => day === undefined || day < codebase.today);
      return wrong && `${path}: "${wrong[0]}" ${wrong[1] ? 'has passed' : 'has no date, as in TODO [2026-12-31]'}`;
    }),
} satisfies Record<string, ArchitectureRule>;
