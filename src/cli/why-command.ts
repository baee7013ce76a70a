import { join } from 'node:path';
import { issueFaults } from '../model/issue-faults.ts';
import { type Pack, pack } from '../model/pack.ts';
import { noQuiet } from '../model/quiet.ts';
import { say } from '../model/text.ts';
import { appAt } from '../policy/app-at.ts';
import { judgePolicy } from '../policy/judge-policy.ts';
import { explain } from '../targeting/explain.ts';
import { sayVerdict } from '../targeting/say-verdict.ts';
import { type Command, WrongCall } from './command.ts';
import { policyIn } from './policy-in.ts';
import { readJsonFile, readText } from './read-file.ts';
import { noJson, sayFaults } from './say-faults.ts';

export const packWhy: Command = {
  usage: 'pack why FILE --at URL --as POLICY',
  about:
    'For each guide, the rule that decides at an address, for somebody new with that policy; shares and the hold-out are left aside',
  options: { at: { type: 'string' }, as: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options: { at, as }, terminal }) {
    if (!at || !URL.canParse(at)) throw new WrongCall('--at takes a whole address, such as https://orders.example.com/orders.');
    if (!as) throw new WrongCall('--as is missing.');
    const [read, written] = [await readJsonFile(file), await readJsonFile(as)];
    if (!read.ok) return sayFaults(file, [noJson(read.why)], terminal);
    if (!written.ok) return sayFaults(as, [noJson(written.why)], terminal);
    const judged = pack.safeParse(read.value);
    if (!judged.success) return sayFaults(file, issueFaults(pack, read.value, judged.error), terminal);
    const { policy } = judgePolicy(policyIn(written.value).policy);
    const app = appAt(policy, at);
    if (app?.id !== judged.data.app) {
      terminal.say(
        `${at} is ${app ? `the app "${app.id}"` : 'none of the policy’s apps'}, and the pack is for "${judged.data.app}".`,
      );
      return 1;
    }
    const words = await english();
    for (const line of linesFor(judged.data, { url: at, audience: policy.audience, today: terminal.today }, words))
      terminal.say(line);
    return 0;
  },
};

type Say = (key: string, ...values: string[]) => string;
interface Somebody {
  url: string;
  audience: Parameters<typeof explain>[1]['person']['audience'];
  today: string;
}

/** Somebody who reads the pack's own language, has met no guide and finished no task. */
function linesFor({ guides, id, language }: Pack, { url, audience, today }: Somebody, words: Say): string[] {
  const settled = {};
  const now = Date.parse(today);
  const person = { audience, languages: [language], today, settled, stage: () => 'none' as const, install: '' };
  const wishes = { quiet: noQuiet, settled, app: '', now };
  // Which installs draw a guide is no property of a person; a sample pack has no hold-out.
  const drawn = guides.map((guide) => ({ ...guide, share: undefined, pack: { id, sample: true } }));
  const at = { page: { url }, person, wishes, prompts: { shown: [], tab: -1, now }, guides: drawn };
  return drawn.map((guide) => {
    const verdict = explain(guide, at);
    const title = say(guide.title, [language], language).words;
    const rule = verdict.fits ? words('whyShown') : `${words('whyNotShown')} (${verdict.rule})`;
    return `${guide.id} “${title}”: ${rule}. ${sayVerdict({ kind: guide.kind, verdict }, words)}`;
  });
}

async function english(): Promise<Say> {
  const file = join(import.meta.dirname, '../../assets/_locales/en/messages.json');
  const messages = JSON.parse(await readText(file)) as Record<string, { message: string }>;
  return (key, ...values) => (messages[key]?.message ?? key).replace(/\$V(\d)\$/g, (_, nth) => values[Number(nth) - 1] ?? '');
}
