import { judgePolicy } from '../policy/judge-policy.ts';
import { withoutContent } from '../policy/policy-text.ts';
import { type Command, WrongCall } from './command.ts';
import { policyIn } from './policy-in.ts';
import { templates } from './policy-template.ts';
import { readJsonFile } from './read-file.ts';
import { noJson, sayFaults } from './say-faults.ts';

export const policyCheck: Command = {
  usage: 'policy check FILE',
  about: 'Judge a policy as the extension would; FILE may be a whole policy file of Chromium, Edge or Firefox',
  options: {},
  files: [1, 1],
  async run({ files: [file = ''], terminal }) {
    const read = await readJsonFile(file);
    if (!read.ok) return sayFaults(file, [noJson(withoutContent(read.why))], terminal);
    const found = policyIn(read.value);
    if (found.within) terminal.say(`The policy within "${found.within}":`);
    const { policy, faults } = judgePolicy(found.policy);
    const code = sayFaults(file, faults, terminal);
    const { apps, packs, keys } = policy;
    terminal.say(`In force: ${apps.map(({ id }) => id).join(', ') || 'no app'}; packs: ${packs.length}; keys: ${keys.length}.`);
    return code;
  },
};

export const policyTemplate: Command = {
  usage: `policy template [--for ${Object.keys(templates).join('|')}]`,
  about: 'An example policy to begin from; with --for, a file for that browser and nothing else',
  options: { for: { type: 'string' } },
  files: [0, 0],
  async run({ options, terminal }) {
    const wanted = options.for;
    if (wanted === undefined) {
      for (const { comment, content } of Object.values(templates)) terminal.say(`${comment}\n\n${content}\n`);
      return 0;
    }
    const template = Object.hasOwn(templates, wanted) ? templates[wanted] : undefined;
    if (!template) throw new WrongCall(`--for takes ${Object.keys(templates).join(', ')}.`);
    terminal.say(template.content);
    return 0;
  },
};
