import type { ModuleTable } from './module-table.ts';
import type { SourceFile, SourceImport } from './read-source.ts';

/** What the rules are applied to. */
export interface Codebase {
  sources: readonly SourceFile[];
  table: ModuleTable;
  /** What package.json declares. */
  packages: readonly string[];
  /** Is there such a file? */
  exists: (path: string) => boolean;
  /** As in 2026-11-22. */
  today: string;
}

/** Returns its violations, each a sentence that begins with the file. */
export type ArchitectureRule = (codebase: Codebase) => string[];

type Violation = string | false | undefined;

export const eachImport = ({ sources }: Codebase, check: (source: SourceFile, one: SourceImport) => Violation): string[] =>
  sources.flatMap((source) => source.imports.map((one) => check(source, one))).filter(isViolation);

export const eachSource = ({ sources }: Codebase, check: (source: SourceFile) => Violation): string[] =>
  sources.map(check).filter(isViolation);

const isViolation = (found: Violation): found is string => typeof found === 'string';

export const isTest = (path: string) => path.startsWith('test/');
export const isConfig = (path: string) => /(^|\/)[a-z]+\.config\.ts$/.test(path);
export const isProduct = (path: string) => /^(src|entrypoints)\//.test(path) && !isConfig(path);
export const packageOf = (from: string) => /^(@[^/]+\/)?[^/]+/.exec(from)![0];
