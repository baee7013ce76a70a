import type { Storage } from 'webextension-polyfill';
import type { OwnContent } from '../../src/model/own-content.ts';
import type { Pack } from '../../src/model/pack.ts';
import { createChecklists } from './checklists.ts';
import { answerContent } from './content-answers.ts';
import { createContentKept } from './content-kept.ts';
import type { Means } from './means.ts';
import { ownReplies } from './own-replies.ts';

/** Checklists, questions and replies: what this device knows of them, and what pages are answered. `means` records with an eye on both. */
export function createContent(wired: Means, local: Storage.StorageArea) {
  const kept = createContentKept(local);
  const checklists = createChecklists(wired, kept);
  const means: Means = { ...wired, record: checklists.record };
  const own = async (packs: readonly Pack[]): Promise<OwnContent> => ({
    checklists: await checklists.standing(packs),
    replies: await ownReplies(means.ledger, packs),
  });
  return { means, own, answers: answerContent(means, kept, checklists), forget: kept.forget };
}
