import { judgePolicy } from '../policy/judge-policy.ts';
import { redactJsonError } from '../policy/unwrap-json-policy.ts';
import { type Command, UsageError } from './command.ts';
import { findPolicy } from './find-policy.ts';
import { templates } from './policy-template.ts';
import { notJson, printFaults } from './print-faults.ts';
import { readJsonFile } from './read-file.ts';

export const policyCheck: Command = {
  usage: 'policy check FILE',
  about: 'Check a policy as the extension does. FILE may be a whole policy file of Chromium, Edge or Firefox',
  options: {},
  files: [1, 1],
  async run({ files: [file = ''], terminal }) {
    const read = await readJsonFile(file);
    if (!read.ok) return printFaults(file, [notJson(redactJsonError(read.why))], terminal);
    const found = findPolicy(read.value);
    if (found.within) terminal.print(`The policy within "${found.within}":`);
    const { policy, faults } = judgePolicy(found.policy);
    const code = printFaults(file, faults, terminal);
    const { apps, packs, keys } = policy;
    terminal.print(`In force: ${apps.map(({ id }) => id).join(', ') || 'no app'}; packs: ${packs.length}; keys: ${keys.length}.`);
    return code;
  },
};

export const policyTemplate: Command = {
  usage: `policy template [--for ${Object.keys(templates).join('|')}]`,
  about: 'Print an example policy for each browser; with --for, only the file for that browser',
  options: { for: { type: 'string' } },
  files: [0, 0],
  async run({ options, terminal }) {
    const wanted = options.for;
    if (wanted === undefined) {
      for (const { comment, content } of Object.values(templates)) terminal.print(`${comment}\n\n${content}\n`);
      return 0;
    }
    const template = Object.hasOwn(templates, wanted) ? templates[wanted] : undefined;
    if (!template) throw new UsageError(`--for takes ${Object.keys(templates).join(', ')}.`);
    terminal.print(template.content);
    return 0;
  },
};
