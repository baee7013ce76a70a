import type { ParsedBodyOf } from '../../messaging/messages.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { StepNotes, StudioDraft } from '../../model/studio/studio-draft.ts';
import { anchorWithoutData, namedWithoutData, pictureWithoutData } from '../../studio/draft/without-data.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import { appKnowledgeOf } from './app-knowledge.ts';
import { type AnchorPath, anchorsInDraft, withAnchorAt } from './draft-anchors.ts';
import type { DraftStore } from './draft-store.ts';
import { strengthOfAnchor } from './strength-of-anchor.ts';
import type { StudioSessionItem } from './studio-session.ts';
import type { ActivePage } from './studio-tabs.ts';

interface StudioPickingDeps extends Pick<BackgroundDeps, 'disclosure' | 'routes'> {
  scripts: Pick<BackgroundDeps['scripts'], 'describeNearest'>;
  session: StudioSessionItem;
  drafts: Pick<DraftStore, 'change'>;
  onChange: () => Promise<void>;
}

type Picked = NonNullable<ParsedBodyOf<'studio.picked'>['picked']>;
type Outcome = { ok: true } | { ok: false; why: string };

const NO_PLACE: Outcome = { ok: false, why: 'The draft has no place for a control there any more. Choose the field again.' };
const NOTHING_LIKE: Outcome = { ok: false, why: 'The page in front has no control to take instead. Point at one.' };
const NOT_PICKING: Outcome = { ok: false, why: 'No control was asked for in this tab.' };

/** Puts a control that the person pointed at into the draft for which it was asked. */
export function createStudioPicking(deps: StudioPickingDeps) {
  const { session, drafts, scripts, onChange } = deps;

  async function put(draftId: string, app: string, path: AnchorPath, picked: Picked): Promise<Outcome> {
    const knowledge = await appKnowledgeOf(app, deps);
    const anchor = anchorWithoutData(picked.anchor, knowledge);
    const notes: StepNotes = {
      strength: picked.strength,
      rival: picked.rival && namedWithoutData(picked.rival, knowledge),
      picture: picked.picture && pictureWithoutData(picked.picture, knowledge),
    };
    let hasPlace = false;
    await drafts.change(draftId, (draft) => {
      const changed = withAnchorAt(draft, path, anchor, notes);
      hasPlace = changed !== undefined;
      return changed;
    });
    await onChange();
    return hasPlace ? { ok: true } : NO_PLACE;
  }

  async function end(): Promise<void> {
    await session.update((state) => ({ ...state, picking: null }));
    await onChange();
  }

  return {
    end,
    /** Has the person point at a control of that page. */
    async begin({ id, app }: StudioDraft, path: AnchorPath, { tab }: ActivePage): Promise<Outcome> {
      await session.update((state) => ({ ...state, picking: { draft: id, app, tab, path: [...path] } }));
      await onChange();
      return { ok: true };
    },
    /** What the person pointed at in a tab; null if they gave up. */
    async receive(tab: number, picked: Picked | null): Promise<Outcome> {
      const { picking } = await session.get();
      if (picking?.tab !== tab) return NOT_PICKING;
      await session.update((state) => ({ ...state, picking: null }));
      if (!picked) {
        await onChange();
        return { ok: true };
      }
      return put(picking.draft, picking.app, picking.path, picked);
    },
    /** Takes the control that is most like the one that was not found. */
    async takeNearest(draft: StudioDraft, path: AnchorPath, { tab }: ActivePage): Promise<Outcome> {
      const wanted = anchorsInDraft(draft).find((one) => JSON.stringify(one.path) === JSON.stringify(path))?.anchor;
      if (!wanted) return NO_PLACE;
      const anchor: Anchor | undefined = await scripts.describeNearest(tab, wanted);
      if (!anchor) return NOTHING_LIKE;
      return put(draft.id, draft.app, path, { anchor, strength: strengthOfAnchor(anchor), route: anchor.route ?? '' });
    },
  };
}
