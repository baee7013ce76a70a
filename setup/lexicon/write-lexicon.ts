import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconData } from './build-lexicon.ts';
import { MIN_LABELS, MIN_PROJECTS } from './choose-words.ts';
import { LANGUAGES, MESSAGE_SOURCES } from './message-sources.ts';
import { NAME_SOURCES } from './name-sources.ts';

const LINE_WIDTH = 128;
/** The long list has long lines, so that the file can be opened whole. */
const LONG_LINE_WIDTH = 1500;
const HEADER = `// Written by \`npm run lexicon\` (setup/lexicon) from the packages in SOURCES.md. Changes by hand are lost.\n`;

/** Writes the data files of the lexicon, and the list of what they were made from. */
export function writeLexicon({ words, phrases, wordsThatAreNames }: LexiconData, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const languages = LANGUAGES.map((language) => `  ${language}: \`\n${wrap(words[language], ' ', LONG_LINE_WIDTH)}\`,`);
  write(
    'application-words.ts',
    `${HEADER}\n/** Words that applications use, by language; separated by white space and sorted. */\nexport const APPLICATION_WORDS = {\n${languages.join('\n')}\n};\n`,
  );
  write(
    'application-phrases.ts',
    `${HEADER}\n/** Labels that are known as a whole because they hold a word that is also a name; separated by \`|\` and sorted. */\nexport const APPLICATION_PHRASES = \`\n${wrap(phrases, '|')}\`;\n`,
  );
  write(
    'words-that-are-names.ts',
    `${HEADER}\n/** Words of message files that are given or family names too; separated by white space and sorted. */\nexport const WORDS_THAT_ARE_NAMES = \`\n${wrap(wordsThatAreNames, ' ')}\`;\n`,
  );
  write('SOURCES.md', sourcesText());
}

function wrap(words: readonly string[], separator: string, width = LINE_WIDTH): string {
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines[lines.length - 1]!;
    if (last && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last}${separator}${word}` : word;
  }
  return lines.join('\n');
}

const sourcesText = (): string => `# Sources of the lexicon

Written by \`npm run lexicon\`. The files beside this one hold single words and labels of at most four words, each of which at least ${MIN_PROJECTS} of these
projects use, or one of them in at least ${MIN_LABELS} labels. Words of business applications, names of people and sensitive words are lists of this project
(\`setup/lexicon/business-words.ts\`, \`src/lexicon/personal-names.ts\`, \`src/lexicon/sensitive-words.ts\`). No sentence of a source is in them.

## Message files

| project | package | licence |
|---|---|---|
${MESSAGE_SOURCES.map(({ project, package: name, licence }) => `| ${project} | \`${name}\` | ${licence} |`).join('\n')}

## Lists of names

Of these, only words that message files use too are in \`words-that-are-names.ts\`.

| package | licence |
|---|---|
${[...new Set(NAME_SOURCES.map(({ package: name, licence }) => `| \`${name}\` | ${licence} |`))].join('\n')}
`;
