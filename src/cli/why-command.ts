import type { Pack } from '../model/pack/pack.ts';
import { notMuted } from '../model/person/mute.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { localize } from '../model/text/text.ts';
import { parsePack } from '../packs/parse-pack.ts';
import { appAt } from '../policy/app-at.ts';
import { judgePolicy } from '../policy/judge-policy.ts';
import type { Translate } from '../runtime/translate.ts';
import { describeVerdict } from '../targeting/describe-verdict.ts';
import { explainTargeting } from '../targeting/explain-targeting.ts';
import { judgeReply } from '../targeting/judge-reply.ts';
import { firstRefusal } from '../targeting/verdict.ts';
import { type Command, UsageError } from './command.ts';
import { notJson, printFaults, printPackFaults } from './print-faults.ts';
import { readJsonFile } from './read-file.ts';
import { readPolicy } from './read-policy.ts';
import { translateInto } from './translate-into.ts';

export const packWhy: Command = {
  usage: 'pack why FILE --at URL --as POLICY',
  about:
    'Print, for each guide, whether a new person with that policy is shown it at an address, and which rule decides. Shares and the hold-out are ignored',
  options: { at: { type: 'string' }, as: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options: { at, as }, terminal }) {
    if (!at || !parseUrl(at)) throw new UsageError('--at takes a complete address, such as https://orders.example.com/orders.');
    if (!as) throw new UsageError('--as is missing.');
    const [read, written] = [await readJsonFile(file), await readPolicy(as)];
    if (!read.ok) return printFaults(file, [notJson(read.why)], terminal);
    if (!written.ok) return printFaults(as, [notJson(written.why)], terminal);
    const judged = parsePack(read.value);
    if (!judged.ok) return printPackFaults(file, { faults: judged.why, document: read.value }, terminal);
    const { policy } = judgePolicy(written.policy);
    const app = appAt(policy, at);
    if (app?.id !== judged.pack.app) {
      terminal.print(
        `${at} ${app ? `belongs to the app "${app.id}"` : 'belongs to no app of the policy'}, and the pack is for "${judged.pack.app}".`,
      );
      return 1;
    }
    const t = await translateInto('en');
    for (const line of linesFor(judged.pack, { url: at, audience: policy.audience, today: terminal.today }, t))
      terminal.print(line);
    return 0;
  },
};

interface NewPerson {
  url: string;
  audience: Parameters<typeof explainTargeting>[1]['person']['audience'];
  today: string;
}

/** For a person who reads the pack's own language, has seen no guide and finished no task. */
function linesFor({ guides, id, language }: Pack, { url, audience, today }: NewPerson, t: Translate): string[] {
  const guideHistories = {};
  const now = Date.parse(today);
  const person = { audience, languages: [language], today, guideHistories, stage: () => 'none' as const, install: '' };
  const preferences = { mute: notMuted, guideHistories, app: '', now };
  // Shares and the hold-out depend on the install, not on the person, and a sample pack has no hold-out.
  const drawn = guides.map((guide) => ({ ...guide, share: undefined, pack: { id, sample: true } }));
  const at = { page: { url }, person, preferences, prompts: { shown: [], tab: -1, now }, guides: drawn };
  return drawn.map((guide) => {
    const verdict = firstRefusal([() => explainTargeting(guide, at), () => judgeReply(guide, false)]);
    const control = guide.requiresControl ?? (guide.kind === 'tip' ? guide.anchor : undefined);
    const isUnknown = verdict.fits && control !== undefined;
    const title = localize(guide.title, [language], language).text;
    const rule = verdict.fits ? t(isUnknown ? 'whyWaits' : 'whyShown') : `${t('whyNotShown')} (${verdict.rule})`;
    return `${guide.id} “${title}”: ${rule}. ${describeVerdict({ kind: guide.kind, verdict }, t)}${isUnknown ? ` ${t('whyClosed')}` : ''}`;
  });
}
