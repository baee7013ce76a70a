import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { type CommandContext, runCommand } from '../run-command.ts';
import { buildLexicon } from './build-lexicon.ts';
import { fetchPackage } from './fetch-package.ts';
import { LANGUAGES, type Language, MESSAGE_SOURCES } from './message-sources.ts';
import { NAME_SOURCES } from './name-sources.ts';
import { readNames, readProjects, type Unpacked } from './read-sources.ts';
import { writeLexicon } from './write-lexicon.ts';

await runCommand(async (command) => {
  const messages = await unpackAll(MESSAGE_SOURCES, command);
  const names = await unpackAll(NAME_SOURCES, command);
  const projects = Object.fromEntries(LANGUAGES.map((language) => [language, readProjects(language, messages)]));
  const data = buildLexicon({ projects: projects as Record<Language, ReturnType<typeof readProjects>>, names: readNames(names) });
  writeLexicon(data, join(projectRoot, 'src/lexicon/data'));
  for (const language of LANGUAGES) command.log(`${language}: ${data.words[language].length} words`);
  command.log(`${data.phrases.length} phrases, ${data.wordsThatAreNames.length} words that are names`);
  return 0;
});

async function unpackAll<Source extends { package: string }>(
  sources: readonly Source[],
  { lifetime, log }: CommandContext,
): Promise<Unpacked<Source>[]> {
  const unpacked: Unpacked<Source>[] = [];
  for (const source of sources) {
    const folder = await fetchPackage(source.package, { folder: join(projectRoot, '.cairn/lexicon'), lifetime, log });
    unpacked.push({ ...source, folder });
  }
  return unpacked;
}
