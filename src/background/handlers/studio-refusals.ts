import type { Refusal } from '../../messaging/result.ts';
import { explainFault } from '../../model/fault/explain-fault.ts';
import type { DraftStore } from '../studio/draft-store.ts';

/** Why the studio does not do what it is asked. */
export const NO_APP = {
  ok: false as const,
  why: 'The page in front is none of an app where you may record. Open the app and try again.',
};
const GONE: Refusal = { ok: false, why: 'There is no such draft in this browser any more.' };
export const NO_WALKTHROUGH = { ok: false as const, why: 'Only a walkthrough can be recorded.' };
export const NO_LANGUAGE = {
  ok: false as const,
  why: 'The page in front does not say which language it is in (attribute lang). Write the texts of the other language in the editor.',
};
export const NOTHING_TO_REPEAT = { ok: false as const, why: 'No step of the draft has a control. Record it first.' };
export const sameLanguage = (language: string) => ({
  ok: false as const,
  why: `The page in front is in the language of the draft (${language}). Switch the app to another language and try again.`,
});
export const NOT_RECORDING = { ok: false as const, why: 'Nothing is recorded in this app.' };
export const otherApp = ({ app }: { app: string }) => ({
  ok: false as const,
  why: `The draft is for the app "${app}", and the page in front is none of it. Go to the app and try again.`,
});

/** Why a draft cannot be had: it is gone, or what is stored of it is none. */
export async function noDraft(drafts: Pick<DraftStore, 'unreadable'>, id: string): Promise<Refusal> {
  const damaged = (await drafts.unreadable()).find((one) => one.id === id);
  if (!damaged) return GONE;
  return { ok: false, why: `This draft cannot be read, and is left as it is: ${explainFault(damaged.fault, 'It')}` };
}
