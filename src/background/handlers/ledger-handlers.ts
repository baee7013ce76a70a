import type { Tabs } from 'webextension-polyfill';
import type { LedgerSummary } from '../../messaging/ledger-messages.ts';
import type { MessageHandlers } from '../../messaging/message-router.ts';
import type { Pack } from '../../model/pack/pack.ts';
import { matchesReplyTarget } from '../../model/pack/reply.ts';
import { type LocalizedText, localize, type Text } from '../../model/text/text.ts';
import { guidesIn } from '../../packs/pack-guide.ts';
import { summarizeGuide } from '../../packs/summarize-guide.ts';
import { appAt } from '../../policy/app-at.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { PersonalData } from '../personal-data.ts';

type LedgerHandlers = Pick<
  MessageHandlers,
  'ledger.summary' | 'ledger.read' | 'ledger.erase' | 'ledger.export' | 'personalData.forget' | 'guides.activeTab'
>;
export type LedgerHandlersDeps = Pick<BackgroundDeps, 'ledger' | 'upload' | 'policy' | 'shelf' | 'languages' | 'pause'>;

/** So much of what the person said is compared with replies, newest first. */
const MOST_COMPARED = 500;

/** What the side panel is answered: the ledger to its owner, and what there is for the page in front. */
export function createLedgerHandlers(
  deps: LedgerHandlersDeps,
  personalData: PersonalData,
  tabs: Pick<Tabs.Static, 'query'>,
): LedgerHandlers {
  const { ledger, upload, policy, shelf, languages, pause } = deps;

  async function replies(
    packs: readonly Pack[],
    localizeFrom: (text: Text, pack: Pack) => LocalizedText,
  ): Promise<LedgerSummary['replies']> {
    const candidates = packs.flatMap((pack) =>
      pack.guides.flatMap((guide) => (guide.kind === 'reply' ? [{ pack, to: guide.to, title: guide.title }] : [])),
    );
    if (candidates.length === 0) return {};
    const { rows } = await ledger.read({ kinds: ['feedback'], limit: MOST_COMPARED });
    const found = rows.flatMap(({ entry }) => {
      const reply =
        entry.kind === 'feedback' && candidates.find(({ pack, to }) => pack.app === entry.app && matchesReplyTarget(to, entry));
      return reply ? [[entry.id, localizeFrom(reply.title, reply.pack)] as const] : [];
    });
    return Object.fromEntries(found);
  }

  return {
    async 'ledger.summary'() {
      const inForce = await policy();
      const [packs, preferred] = await Promise.all([shelf.packs(), languages()]);
      const localizeFrom = (text: Text, pack: Pack) => localize(text, preferred, pack.language);
      const titles = packs.flatMap((pack) =>
        [...pack.guides, ...(pack.tasks ?? [])].map(({ id, title }) => [`${pack.id}/${id}`, localizeFrom(title, pack)] as const),
      );
      const uploadStatus = await upload.status();
      const lastError = uploadStatus?.lastError;
      const sendError = lastError && lastError.at > (uploadStatus.lastSuccess ?? 0) ? lastError : undefined;
      return {
        ok: true,
        counts: await ledger.counts(),
        notices: await ledger.notices(),
        erasures: await ledger.erasures(),
        apps: inForce.apps.map(({ id, name }) => ({ id, name })),
        days: inForce.retention.days,
        hub: inForce.hub !== undefined,
        ...(sendError && { sendError: { what: sendError.what, where: sendError.where, remedy: sendError.remedy } }),
        titles: Object.fromEntries(titles),
        replies: await replies(packs, localizeFrom),
        pause: await pause.current(),
        remembered: await personalData.read(),
      };
    },

    'ledger.read': async (reading) => ({ ok: true, ...(await ledger.read(reading)) }),

    async 'ledger.erase'({ ids }) {
      try {
        const { rows, atHub } = await ledger.erase(...ids);
        if (atHub.length > 0) void upload.flush('click');
        return { ok: true, erased: rows.length, atHub };
      } catch (fault) {
        return { ok: false, why: String(fault) };
      }
    },

    async 'ledger.export'() {
      const exported = { ...JSON.parse(await ledger.export()), personalData: await personalData.raw() };
      return { ok: true, json: JSON.stringify(exported, null, 2) };
    },

    async 'personalData.forget'() {
      await personalData.forget();
      return { ok: true };
    },

    async 'guides.activeTab'() {
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      const inForce = await policy();
      const app = tab?.url === undefined ? undefined : appAt(inForce, tab.url);
      if (!app) return { ok: true, guides: [] };
      const packs = inForce.switches.guidance ? (await shelf.packs()).filter((pack) => pack.app === app.id) : [];
      const preferred = await languages();
      const guides = packs
        .flatMap(guidesIn)
        .filter(({ kind }) => kind === 'walkthrough')
        .map((guide) => summarizeGuide(guide, preferred));
      return {
        ok: true,
        app: app.name,
        guides: guides.map(({ id, pack, title }) => ({ key: `${pack.id}/${id}`, title, sample: pack.sample })),
      };
    },
  };
}
