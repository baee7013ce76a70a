import { exportPlaywright } from '../exchange/export-playwright.ts';
import { exportRecording } from '../exchange/export-recording.ts';
import { writeHandout } from '../exchange/handout.ts';
import type { Walkthrough } from '../model/pack/guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import { parsePack } from '../packs/parse-pack.ts';
import { creditText } from '../runtime/credit-text.ts';
import type { Translate } from '../runtime/translate.ts';
import { type Command, UsageError } from './command.ts';
import { notJson, printPackFaults } from './print-faults.ts';
import { readAppAddress } from './read-app-address.ts';
import { readJsonFile } from './read-file.ts';
import { translateInto } from './translate-into.ts';
import { writeNewFile } from './write-new-file.ts';

interface ExportDeps {
  pack: Pack;
  language: string;
  origin: string;
  /** Texts of Cairn itself, in that language where it has them. */
  t: Translate;
}

interface Exported {
  text: string;
  losses: readonly string[];
}

/** By the value of `--as`. */
const FORMATS: Record<string, (guide: Walkthrough, deps: ExportDeps) => Exported> = {
  recording(guide, { language, origin }) {
    const { document, losses } = exportRecording(guide, language, origin);
    return { text: `${JSON.stringify(document, null, 2)}\n`, losses };
  },
  playwright: (guide, { language, origin }) => exportPlaywright(guide, language, origin),
  handout: (guide, { language, pack, t }) => {
    const credit = guide.credit && { credit: creditText(guide.credit, t) };
    return { text: writeHandout(guide, { base: pack.language, language, ...credit }), losses: [] };
  },
};

export const exportGuide: Command = {
  usage: `export FILE GUIDE --as ${Object.keys(FORMATS).join('|')} --app URL [--language TAG] [--out FILE]`,
  about:
    'Print a walkthrough of a pack in another format, or write it to a new file: a recording for Chrome’s developer tools, a test for Playwright, or a handout to print (HTML). What that format cannot hold is listed',
  options: { as: { type: 'string' }, app: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } },
  files: [2, 2],
  async run({ files: [file = '', id = ''], options, terminal }) {
    const format = options.as !== undefined && Object.hasOwn(FORMATS, options.as) ? FORMATS[options.as] : undefined;
    if (!format) throw new UsageError(`--as takes ${Object.keys(FORMATS).join(', ')}.`);
    const { origin } = readAppAddress(options.app);
    const read = await readJsonFile(file);
    const parsed = read.ok ? parsePack(read.value) : { ok: false as const, why: [notJson(read.why)] };
    if (!parsed.ok) return printPackFaults(file, { faults: parsed.why, document: read.ok ? read.value : undefined }, terminal);
    const { pack } = parsed;
    const guide = pack.guides.find((one) => one.id === id);
    if (guide?.kind !== 'walkthrough') throw new UsageError(`${file} has no walkthrough "${id}".`);
    const language = options.language ?? pack.language;
    const { text, losses } = format(guide, { pack, origin, language, t: await translateInto(language) });
    for (const loss of losses) terminal.printError(loss);
    if (options.out === undefined) terminal.print(text.trimEnd());
    else await writeNewFile(options.out, text);
    if (options.out !== undefined) terminal.print(`Wrote ${options.out}.`);
    return 0;
  },
};
