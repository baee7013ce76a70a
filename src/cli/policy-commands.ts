import type { Fault } from '../model/fault/fault.ts';
import { judgePolicy } from '../policy/judge-policy.ts';
import { type Command, UsageError } from './command.ts';
import { extensionIds } from './extension-ids.ts';
import { findMissingUpdates } from './find-missing-updates.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { templates } from './policy-template.ts';
import { notJson, printFaults } from './print-faults.ts';
import { readPolicy } from './read-policy.ts';

export const policyCheck: Command = {
  usage: 'policy check FILE',
  about:
    'Check a policy as the extension does. FILE may be a whole policy file of Chromium, Edge, Firefox or the Windows registry',
  options: {},
  files: [1, 1],
  async run({ files: [file = ''], terminal }) {
    const read = await readPolicy(file);
    if (!read.ok) return printFaults(file, [notJson(read.why)], terminal);
    if (read.within) terminal.print(`The policy within "${read.within}":`);
    const { policy, faults } = judgePolicy(read.policy);
    const code = printFaults(
      file,
      [...faults, ...findPlaceholders(read), ...foreignId(read.within), ...findMissingUpdates(read)],
      terminal,
    );
    const { apps, packs, keys } = policy;
    terminal.print(`In force: ${apps.map(({ id }) => id).join(', ') || 'no app'}; packs: ${packs.length}; keys: ${keys.length}.`);
    terminal.print(
      `Extension id: ${extensionIds.chromium} (Chromium, Chrome, Edge), ${extensionIds.firefox} (Firefox), unless you sign it yourself.`,
    );
    return code;
  },
};

/** A policy under another id reaches another extension, if any. */
function foreignId(within: string | undefined): Fault[] {
  const id = /[\\.]extensions[\\.](.+?)(?:\\policy)?$/i.exec(within ?? '')?.[1];
  if (id === undefined || Object.values<string>(extensionIds).includes(id) || id.includes('EXTENSION_ID')) return [];
  const reason = `is for the extension "${id}", which is not the id of Cairn as this project builds it`;
  return [{ path: within!, reason, remedy: 'Correct the id, unless it is that of your own build.', warning: true }];
}

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
