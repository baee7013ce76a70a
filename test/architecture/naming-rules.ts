import { posix } from 'node:path';
import { type ArchitectureRule, eachSource, isTest } from './codebase.ts';
import type { SourceFile } from './read-source.ts';
import { RETIRED_WORDS, type RetiredWord } from './retired-words.ts';

const BOOLEAN_PREFIXES = ['is', 'has', 'was', 'are', 'can', 'should'];

export const namingRules = {
  'file names say what a file is for': (codebase) =>
    eachSource(codebase, ({ path }) => {
      const vague = path.split('/').find((name) => /(^|-)(utils?|helpers?|common|misc|manager|service)(-|\.|$)/i.test(name));
      return vague !== undefined && `${path}: "${vague}" does not say what it is for`;
    }),

  'files are kebab-case': (codebase) =>
    eachSource(codebase, ({ path }) => {
      const name = posix.basename(path);
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.(property|browser|journey|app))?(\.(test|config|d|content))?\.m?[jt]sx?$/.test(name) &&
        `${path}: "${name}" is not kebab-case`
      );
    }),

  'exported type names are unique': ({ sources }) => {
    const exporters = new Map<string, string[]>();
    for (const { path, exportedTypes } of sources.filter(({ path }) => !isTest(path)))
      for (const name of exportedTypes) exporters.set(name, [...(exporters.get(name) ?? []), path]);
    return [...exporters]
      .filter(([, paths]) => paths.length > 1)
      .map(([name, [first, ...others]]) => `${first}: exports the type ${name}, as do ${others.join(', ')}`);
  },

  'no retired words': ({ sources }) =>
    sources.filter(({ path }) => !isTest(path)).flatMap((source) => [...retiredFileName(source), ...retiredNames(source)]),
} satisfies Record<string, ArchitectureRule>;

function retiredFileName({ path }: SourceFile): string[] {
  const words = posix.basename(path).replace(/\..*$/, '').split('-');
  return RETIRED_WORDS.filter((retired) => isUsed(retired, words)).map(
    (retired) => `${path}: the file name says ${describe(retired)}`,
  );
}

function retiredNames({ path, text, declared }: SourceFile): string[] {
  return declared.flatMap(({ name, start }) => {
    const retired = RETIRED_WORDS.find((one) => !one.except?.includes(name) && isUsed(one, wordsOf(name)));
    return retired ? [`${path}: line ${text.slice(0, start).split('\n').length}, ${name} says ${describe(retired)}`] : [];
  });
}

const describe = ({ words, instead }: RetiredWord) => `"${words}", which is retired: ${instead}`;

/** `openPackDoor` → open pack door; `MAX_KEPT` → max kept. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);

/** Are these words in the name, one after the other? A past participle after `is`, `has` and the like is a boolean and allowed. */
function isUsed({ words, asWhole }: RetiredWord, name: readonly string[]): boolean {
  const retired = words.split(' ');
  if (asWhole) return retired.join(' ') === name.join(' ');
  const at = name.findIndex((_, start) => retired.every((word, offset) => name[start + offset] === word));
  return at >= 0 && !(retired.length === 1 && at > 0 && BOOLEAN_PREFIXES.includes(name[0]!));
}
