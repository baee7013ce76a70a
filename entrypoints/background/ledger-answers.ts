import type { Tabs } from 'webextension-polyfill';
import type { Answers } from '../../src/messaging/answer.ts';
import type { LedgerStanding } from '../../src/messaging/ledger-messages.ts';
import type { Pack } from '../../src/model/pack.ts';
import { isAnswered } from '../../src/model/reply.ts';
import { type Said, say, type Text } from '../../src/model/text.ts';
import { localisePack } from '../../src/packs/localise-guide.ts';
import { appAt } from '../../src/policy/app-at.ts';
import type { Means } from './means.ts';
import type { RememberedKept } from './remembered.ts';

type LedgerAnswers = Pick<
  Answers,
  'ledger.standing' | 'ledger.read' | 'ledger.erase' | 'ledger.export' | 'remembered.forget' | 'guides.here'
>;
export type LedgerMeans = Pick<Means, 'ledger' | 'upload' | 'policy' | 'shelf' | 'languages' | 'pause'>;

/** So much of what the person said is compared with replies, newest first. */
const MOST_COMPARED = 500;

/** What the side panel is answered: the ledger to its owner, and what there is for the page in front. */
export function answerLedger(means: LedgerMeans, remembered: RememberedKept, tabs: Pick<Tabs.Static, 'query'>): LedgerAnswers {
  const { ledger, upload, policy, shelf, languages, pause } = means;

  async function replies(packs: readonly Pack[], said: (text: Text, pack: Pack) => Said): Promise<LedgerStanding['replies']> {
    const all = packs.flatMap((pack) =>
      pack.guides.flatMap((guide) => (guide.kind === 'reply' ? [{ pack, to: guide.to, title: guide.title }] : [])),
    );
    if (all.length === 0) return {};
    const { rows } = await ledger.read({ kinds: ['feedback'], limit: MOST_COMPARED });
    const found = rows.flatMap(({ entry }) => {
      const reply = entry.kind === 'feedback' && all.find(({ pack, to }) => pack.app === entry.app && isAnswered(to, entry));
      return reply ? [[entry.id, said(reply.title, reply.pack)] as const] : [];
    });
    return Object.fromEntries(found);
  }

  return {
    async 'ledger.standing'() {
      const inForce = await policy();
      const [packs, spoken] = await Promise.all([shelf.packs(), languages()]);
      const said = (text: Text, pack: Pack) => say(text, spoken, pack.language);
      const titles = packs.flatMap((pack) =>
        [...pack.guides, ...(pack.tasks ?? [])].map(({ id, title }) => [`${pack.id}/${id}`, said(title, pack)] as const),
      );
      const sending = await upload.status();
      const failed = sending?.lastError;
      const trouble = failed && failed.at > (sending.lastSuccess ?? 0) ? failed : undefined;
      return {
        counts: await ledger.counts(),
        notices: await ledger.notices(),
        erasures: await ledger.erasures(),
        apps: inForce.apps.map(({ id, name }) => ({ id, name })),
        days: inForce.retention.days,
        hub: inForce.hub !== undefined,
        ...(trouble && { trouble: { what: trouble.what, where: trouble.where, remedy: trouble.remedy } }),
        titles: Object.fromEntries(titles),
        replies: await replies(packs, said),
        pause: await pause.current(),
        remembered: await remembered.read(),
      };
    },

    'ledger.read': (reading) => ledger.read(reading),

    async 'ledger.erase'({ ids }) {
      try {
        const { rows, atHub } = await ledger.erase(...ids);
        if (atHub.length > 0) void upload.soon('click');
        return { ok: true, erased: rows.length, atHub };
      } catch (fault) {
        return { ok: false, why: String(fault) };
      }
    },

    async 'ledger.export'() {
      const whole = { ...JSON.parse(await ledger.export()), remembered: await remembered.raw() };
      return { json: JSON.stringify(whole, null, 2) };
    },

    async 'remembered.forget'() {
      await remembered.forget();
      return { ok: true };
    },

    async 'guides.here'() {
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      const inForce = await policy();
      const app = tab?.url === undefined ? undefined : appAt(inForce, tab.url);
      if (!app) return { guides: [] };
      const packs = inForce.switches.guidance ? (await shelf.packs()).filter((pack) => pack.app === app.id) : [];
      const spoken = await languages();
      const guides = packs.flatMap((pack) => localisePack(pack, spoken)).filter(({ kind }) => kind === 'walkthrough');
      return {
        app: app.name,
        guides: guides.map(({ id, pack, title }) => ({ key: `${pack.id}/${id}`, title, sample: pack.sample })),
      };
    },
  };
}
