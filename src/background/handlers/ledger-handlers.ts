import type { LedgerSummary } from '../../messaging/ledger-messages.ts';
import type { MessageHandlers } from '../../messaging/message-router.ts';
import { localize, type Text } from '../../model/text/text.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import { findReplies } from '../feedback-replies.ts';
import type { PersonalData } from '../personal-data.ts';

type LedgerHandlers = Pick<
  MessageHandlers,
  'ledger.summary' | 'ledger.read' | 'ledger.erase' | 'ledger.export' | 'personalData.forget'
>;
export interface LedgerHandlersDeps extends Pick<BackgroundDeps, 'ledger' | 'policy' | 'shelf' | 'languages'> {
  upload: Pick<BackgroundDeps['upload'], 'status' | 'flush'>;
  pause: Pick<BackgroundDeps['pause'], 'current'>;
}

/** What the side panel is answered: the ledger to its owner. */
export function createLedgerHandlers(deps: LedgerHandlersDeps, personalData: PersonalData): LedgerHandlers {
  const { ledger, upload } = deps;
  return {
    'ledger.summary': async () => ({
      ok: true,
      ...(await summaryOf(deps)),
      personalMemory: await personalData.read(),
    }),

    'ledger.read': async (reading) => ({ ok: true, ...(await ledger.read(reading)) }),

    async 'ledger.erase'({ ids }) {
      try {
        const { rows, atHub } = await ledger.erase(...ids);
        if (atHub.length > 0) void upload.flush('click');
        return { ok: true, erased: rows.length, atHub };
      } catch (error) {
        return { ok: false, why: String(error) };
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
  };
}

async function summaryOf(deps: LedgerHandlersDeps): Promise<Omit<LedgerSummary, 'personalMemory'>> {
  const { ledger, upload, policy, shelf, languages, pause } = deps;
  const [inForce, uploadStatus] = [await policy(), await upload.status()];
  const [packs, preferred, replies] = [await shelf.packs(), await languages(), await findReplies(ledger, await shelf.packs())];
  const t = (text: Text, pack: { language: string }) => localize(text, preferred, pack.language);
  const titles = packs.flatMap((pack) =>
    [...pack.guides, ...(pack.tasks ?? [])].map(({ id, title }) => [`${pack.id}/${id}`, t(title, pack)] as const),
  );
  return {
    counts: await ledger.counts(),
    notices: await ledger.notices(),
    erasures: await ledger.erasures(),
    apps: inForce.apps.map(({ id, name }) => ({ id, name })),
    days: inForce.retention.days,
    hub: inForce.hub !== undefined,
    ...sendErrorOf(uploadStatus),
    readings: uploadStatus?.readings,
    titles: Object.fromEntries(titles),
    // Of several replies to one feedback the first counts, so it comes last.
    replies: Object.fromEntries(replies.toReversed().map(({ entry, reply, pack }) => [entry.id, t(reply.title, pack)])),
    pause: await pause.current(),
  };
}

/** Why nothing can be sent: the last error, unless something was sent after it. */
function sendErrorOf(status: Awaited<ReturnType<BackgroundDeps['upload']['status']>>): Pick<LedgerSummary, 'sendError'> {
  const error = status?.lastError;
  if (!error || error.at <= (status.lastSuccess ?? 0)) return {};
  const { at: _, ...sendError } = error;
  return { sendError };
}
