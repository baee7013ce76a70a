import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { Pack } from '../../model/pack/pack.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { StoredItems } from '../storage/open-storage.ts';
import type { WalkSession } from '../walk/walk-session.ts';
import type { DraftStore } from './draft-store.ts';
import type { StudioSessionItem } from './studio-session.ts';
import type { ActivePage } from './studio-tabs.ts';
import { isKeyOnTrial, isOnTrial, trialPack } from './trial-pack.ts';

interface StudioTrialDeps extends Pick<BackgroundDeps, 'notifyTabs'> {
  session: StudioSessionItem;
  drafts: Pick<DraftStore, 'read'>;
  items: Pick<StoredItems, 'progress' | 'checklists'>;
  walkSession: Pick<WalkSession, 'claim'>;
  scripts: Pick<BackgroundDeps['scripts'], 'notifyPage'>;
  label: (title: string) => string;
  onChange: () => Promise<void>;
}

/** No tab of a browser has this number. */
const NO_TAB = -1;

/** Runs an unsigned draft in this browser alone, as a pack of its own that is never stored. */
export function createStudioTrial(deps: StudioTrialDeps) {
  const { session, drafts, items, walkSession, scripts, notifyTabs, onChange } = deps;
  let made: { id: string; revision: number; pack: Pack } | undefined;

  /** The pack of the draft that is tried, if one is. */
  async function pack(): Promise<Pack | undefined> {
    const { trying } = await session.get();
    const draft = trying ? (await drafts.read(trying.draft))?.draft : undefined;
    if (!draft) return undefined;
    // One pack for each revision: what is made of a pack is kept by its identity.
    if (made?.id !== draft.id || made.revision !== draft.revision)
      made = { id: draft.id, revision: draft.revision, pack: trialPack(draft, deps.label) };
    return made.pack;
  }

  /** What the pages were told of the draft ends: where the person was in it, and what of it was open. */
  async function forget(): Promise<void> {
    const progress = await items.progress.get();
    if (progress && isOnTrial(progress)) await walkSession.claim(null, true, NO_TAB);
    await items.checklists.update((state) => ({
      ...state,
      opened: withoutTrial(state.opened),
      views: withoutTrial(state.views),
    }));
  }

  async function end(): Promise<void> {
    if (!(await session.get()).trying) return;
    await session.update((state) => ({ ...state, trying: null }));
    await forget();
    await notifyTabs();
    await onChange();
  }

  return {
    pack,
    end,
    isTrying: async (app: string): Promise<boolean> => (await session.get()).trying?.app === app,
    /** A walkthrough opens on the page in front; everything else comes up where it belongs. */
    async begin(draft: StudioDraft, page: ActivePage | undefined): Promise<void> {
      await forget();
      await session.update((state) => ({ ...state, trying: { draft: draft.id, app: draft.app } }));
      const tried = await pack();
      const guide = tried?.guides[0];
      if (tried && guide?.kind === 'checklist')
        await items.checklists.update((state) => ({
          ...state,
          views: { ...state.views, [keyOfGuide({ pack: tried, id: guide.id })]: 'open' },
        }));
      await notifyTabs();
      if (tried && guide?.kind === 'walkthrough' && page?.app.id === draft.app)
        await scripts.notifyPage(page.tab, { cairn: 'open', guide: keyOfGuide({ pack: tried, id: guide.id }) });
      await onChange();
    },
  };
}
export type StudioTrial = ReturnType<typeof createStudioTrial>;

const withoutTrial = <T>(byKey: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(byKey).filter(([key]) => !isKeyOnTrial(key)));

/** The packs in force, with the draft that is tried last: for what pages are shown, and never for what they may say. */
export const withTrial = (shelf: BackgroundDeps['shelf'], trial: Pick<StudioTrial, 'pack'>): BackgroundDeps['shelf'] => ({
  ...shelf,
  async packs() {
    const [signed, tried] = await Promise.all([shelf.packs(), trial.pack()]);
    return tried ? [...signed, tried] : signed;
  },
});
