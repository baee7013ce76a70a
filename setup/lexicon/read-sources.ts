import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { normalizeWord } from '../../src/lexicon/normalize-text.ts';
import type { ProjectLabels } from './choose-words.ts';
import type { Language, MessageSource } from './message-sources.ts';
import type { NameSource } from './name-sources.ts';
import { readLabels, readStrings } from './read-labels.ts';

/** A source with the folder that its package is unpacked in. */
export type Unpacked<Source> = Source & { folder: string };

/** The labels of a language, by project. */
export function readProjects(language: Language, sources: readonly Unpacked<MessageSource>[]): ProjectLabels[] {
  return sources.flatMap(({ project, folder, files, names }) => {
    const labels = textsIn(folder, files(names?.[language] ?? language)).flatMap(({ path, text }) => readLabels(path, text));
    return labels.length > 0 ? [{ project, labels }] : [];
  });
}

/** The names in the lists, in the form in which words are looked up. */
export const readNames = (sources: readonly Unpacked<NameSource>[]): Set<string> =>
  new Set(
    sources.flatMap(({ folder, files, most }) =>
      textsIn(folder, files).flatMap(({ text }) => readStrings(text).slice(0, most).map(normalizeWord)),
    ),
  );

function textsIn(folder: string, pattern: RegExp): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `package/${path.split(sep).join('/')}`)
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, '..', path), 'utf8') }));
}
