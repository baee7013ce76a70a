import type { Browser } from 'webextension-polyfill';
import type { Connection } from '../../ledger/connection.ts';
import type { AppOrigin } from '../../messaging/message-router.ts';
import { languageTag, localize } from '../../model/text/text.ts';
import { mayRecordIn } from '../../policy/may-record.ts';
import { createTranslate } from '../../runtime/translate.ts';
import type { Services } from '../services.ts';
import type { StoredItems } from '../storage/open-storage.ts';
import type { WalkSession } from '../walk/walk-session.ts';
import { createDraftStore } from './draft-store.ts';
import { type NewDraft, newDraft } from './new-draft.ts';
import type { ProposalStore } from './proposal-store.ts';
import { showBadge } from './studio-badge.ts';
import type { StudioDb } from './studio-database.ts';
import { createStudioPicking } from './studio-picking.ts';
import { createStudioProposals } from './studio-proposals.ts';
import { createStudioRecording } from './studio-recording.ts';
import { readStudioState } from './studio-state.ts';
import { createStudioTabs } from './studio-tabs.ts';
import { createStudioTrial } from './studio-trial.ts';

interface StudioDeps {
  browser: Pick<Browser, 'tabs' | 'action' | 'i18n'>;
  services: Services;
  items: StoredItems;
  database: Connection<StudioDb>;
  proposalStore: ProposalStore;
  walkSession: WalkSession;
  /** Do frames of other origins of an app get the studio's script? */
  seesFrames: boolean;
}

/** Recording, editing, trying and proposing guides in this browser, made of its parts. */
export function createStudio({ browser, services, items, database, proposalStore, walkSession, seesFrames }: StudioDeps) {
  const { action, i18n, tabs } = browser;
  const session = items.studioSession;
  const drafts = createDraftStore(database, Date.now);
  const t = createTranslate((key, values) => i18n.getMessage(key, values));
  const studioTabs = createStudioTabs({ ...services, tabs, session });

  const updateBadge = async () => showBadge(action, await session.get(), await proposals.hasNews());
  /** What the studio does has changed, or one of its drafts: the pages of apps and of the extension are told. */
  const onChange = async () => {
    await items.studioChangedAt.set(Date.now());
    await updateBadge();
  };
  const onModeChange = async () => {
    await onChange();
    await studioTabs.announce();
  };
  const proposals = createStudioProposals({ ...services, proposals: proposalStore, drafts, now: Date.now, onChange });
  const common = { ...services, session, drafts };
  const recording = createStudioRecording({ ...common, onChange, onModeChange });
  const label = (title: string) => t('studioDraftTitle', title);
  const trial = createStudioTrial({ ...common, items, walkSession, onChange, label });

  return {
    session,
    drafts,
    proposals,
    studioTabs,
    onChange,
    updateBadge,
    languageIn: services.scripts.languageIn,
    state: () => readStudioState({ ...services, session, studioTabs, recording, seesFrames }),
    recording,
    picking: createStudioPicking({ ...common, onChange: onModeChange }),
    trial,
    async createDraft(app: string, kind: NewDraft['kind']) {
      const language = (await services.languages()).find((tag) => languageTag.safeParse(tag).success) ?? 'en';
      const draft = newDraft({ app, kind, title: t('studioNewGuide'), language, now: Date.now() });
      await drafts.create(draft);
      return draft;
    },
    /** A frame of an app has loaded, or is at another address. A policy that takes permission back ends what is under way. */
    async pageArrived(origin: AppOrigin): Promise<void> {
      const [inForce, { recording: recorded, trying }] = [await services.policy(), await session.get()];
      if (recorded && !mayRecordIn(recorded.app, inForce)) await recording.end();
      if (trying && !mayRecordIn(trying.app, inForce)) await trial.end();
      await studioTabs.arrived(origin);
    },
    /** What was recorded and written here is forgotten; what was proposed stays, for its owner to withdraw. */
    async forget(): Promise<void> {
      await recording.end();
      await trial.end();
      await drafts.removeAll();
      await onChange();
    },
    /** In the language of each. */
    draftTitles: async () => (await drafts.all()).map(({ guide, language }) => localize(guide.title, [language], language).text),
    /** All of it as it is stored. */
    raw: async () => ({ studioDrafts: await drafts.all(), studioProposals: await proposalStore.all() }),
    /** Asks the hub what has become of the proposals of this device, if it has any. */
    async learnProposals(): Promise<void> {
      const isAnySent = (await proposalStore.all()).some(({ mayBeAtHub }) => mayBeAtHub);
      const own = isAnySent ? await services.ownProposals() : undefined;
      if (!own) return;
      await proposalStore.learn(own);
      await onChange();
    },
  };
}
export type Studio = ReturnType<typeof createStudio>;
