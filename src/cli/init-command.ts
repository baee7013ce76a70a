import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slug } from '../model/text/slug.ts';
import { languageTag } from '../model/text/text.ts';
import { type Command, UsageError } from './command.ts';
import { readmeOf, signInSteps, smallestPack } from './pack-skeleton.ts';

const project = join(import.meta.dirname, '../..');

/** Where each system looks for its workflow, and the file of the project that is copied there. */
const WORKFLOWS: Record<string, { to: string; from: string } | undefined> = {
  github: { to: '.github/workflows/check-pack.yml', from: 'docs/run/check-pack.github.yml' },
  gitlab: { to: '.gitlab-ci.yml', from: 'docs/run/check-pack.gitlab.yml' },
  none: undefined,
};

export const init: Command = {
  usage: 'init FOLDER --app APP [--language TAG] [--ci github|gitlab|none]',
  about:
    'Make a folder for a pack: a pack to begin with, its schema, a README and a workflow that checks it. Nothing is overwritten',
  options: { app: { type: 'string' }, language: { type: 'string' }, ci: { type: 'string' } },
  files: [1, 1],
  async run({ files: [folder = ''], options: { app, language = 'en', ci = 'github' }, terminal }) {
    if (!app || !slug.safeParse(app).success)
      throw new UsageError('--app takes the id of the app in the policy: lower-case letters, digits and hyphens.');
    if (!languageTag.safeParse(language).success)
      throw new UsageError(`--language takes a tag such as "de", and "${language}" is none.`);
    if (!Object.hasOwn(WORKFLOWS, ci)) throw new UsageError(`--ci takes ${Object.keys(WORKFLOWS).join(', ')}.`);
    await requireEmpty(folder);
    const file = `${app}.json`;
    const workflow = WORKFLOWS[ci];
    const contents: Record<string, string> = {
      [file]: json(smallestPack(app, language)),
      'cairn-1.schema.json': await readFile(join(project, 'assets/schema/cairn-1.schema.json'), 'utf8'),
      'sign-in.json': json(signInSteps),
      'README.md': readmeOf(file, workflow?.to),
      ...(workflow && { [workflow.to]: await readFile(join(project, workflow.from), 'utf8') }),
    };
    for (const [name, content] of Object.entries(contents)) await write(join(folder, name), content);
    terminal.print(`Made ${folder} with ${Object.keys(contents).join(', ')}.`);
    terminal.print(`Begin with: cairn pack lint ${join(folder, file)}`);
    return 0;
  },
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return [];
    throw new UsageError(`${folder} cannot be used: ${thrown.code}.`);
  });
  if (names.filter((name) => name !== '.git').length > 0)
    throw new UsageError(`${folder} is not empty, and nothing in it was changed. Name a new folder.`);
}

async function write(file: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { flag: 'wx' });
  } catch (thrown) {
    throw new UsageError(`${file} cannot be written: ${(thrown as NodeJS.ErrnoException).code ?? thrown}.`);
  }
}
