import type { Storage } from 'webextension-polyfill';
import type { Pack } from '../model/pack/pack.ts';
import type { PersonalContent } from '../model/person/personal-content.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { createChecklistStore } from './checklist-store.ts';
import { createChecklists } from './checklists.ts';
import { findOwnReplies } from './find-own-replies.ts';
import { createContentHandlers } from './handlers/content-handlers.ts';

/** Checklists, questions and replies: what this device knows of them, and what pages are answered. `means` records with an eye on both. */
export function createContent(deps: BackgroundDeps, local: Storage.StorageArea) {
  const checklistStore = createChecklistStore(local);
  const checklists = createChecklists(deps, checklistStore);
  const means: BackgroundDeps = { ...deps, record: checklists.record };
  const own = async (packs: readonly Pack[]): Promise<PersonalContent> => ({
    checklists: await checklists.standing(packs),
    replies: await findOwnReplies(means.ledger, packs),
  });
  return { means, own, answers: createContentHandlers(means, checklistStore, checklists), forget: checklistStore.forget };
}
