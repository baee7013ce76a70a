import { importRecording } from '../exchange/import-recording.ts';
import type { Fault } from '../model/fault/fault.ts';
import type { Walkthrough } from '../model/pack/guide.ts';
import { parsePack } from '../packs/parse-pack.ts';
import { type Command, type CommandCall, UsageError } from './command.ts';
import { notJson, printFaults, printPackFaults } from './print-faults.ts';
import { readJsonFile, readText } from './read-file.ts';
import { writeNewFile } from './write-new-file.ts';

export const importGuide: Command = {
  usage: 'import RECORDING [--pack FILE --out FILE] [--id ID] [--language TAG]',
  about:
    'Read a recording of Chrome’s developer tools as a walkthrough, and print it; with --pack, write that pack with the walkthrough in it to a new file. What is not taken over is listed',
  options: { pack: { type: 'string' }, out: { type: 'string' }, id: { type: 'string' }, language: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    if ((options.pack === undefined) !== (options.out === undefined))
      throw new UsageError('--pack and --out belong together: the pack to add to, and the new file to write.');
    const into = options.pack === undefined ? undefined : await readJsonFile(options.pack);
    if (into && !into.ok) return printFaults(options.pack!, [notJson(into.why)], terminal);
    const language = options.language ?? languageOf(into?.value) ?? 'en';
    const imported = importRecording(await readText(file), language);
    if (!imported.ok) return printFaults(file, imported.why, terminal);
    const guide = { ...imported.guide, ...(options.id !== undefined && { id: options.id }) };
    for (const loss of imported.losses) terminal.printError(loss);
    if (!into) {
      terminal.print(JSON.stringify(guide, null, 2));
      return 0;
    }
    const faults = await addTo(into.value, guide, options);
    if (faults) return printPackFaults(options.pack!, faults, terminal);
    terminal.print(`Wrote ${options.out} with the walkthrough "${guide.id}", ${guide.steps.length} steps.`);
    return 0;
  },
};

function languageOf(document: unknown): string | undefined {
  const { language } = (document ?? {}) as { language?: unknown };
  return typeof language === 'string' ? language : undefined;
}

/** Writes the pack with the guide at its end, unless that is a pack with faults, which are returned. */
async function addTo(
  document: unknown,
  guide: Walkthrough,
  { out = '' }: CommandCall['options'],
): Promise<{ faults: Fault[]; document: unknown } | undefined> {
  const { guides } = (document ?? {}) as { guides?: unknown };
  const extended = { ...(document as object), guides: [...(Array.isArray(guides) ? guides : []), guide] };
  const judged = parsePack(extended);
  if (!judged.ok) return { faults: judged.why, document: extended };
  await writeNewFile(out, `${JSON.stringify(extended, null, 2)}\n`);
  return undefined;
}
