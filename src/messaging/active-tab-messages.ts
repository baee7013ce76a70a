import { z } from 'zod';
import type { LocalizedText } from '../model/text/text.ts';
import { guideKeyBody } from './preference-messages.ts';
import { done, reply } from './result.ts';

interface ListedGuide {
  /** `pack/guide` */
  key: string;
  title: LocalizedText;
  sample: boolean;
}

/** What there is for the person on the page in front. `app` is undefined on a page outside the policy. */
export interface ActivePageGuides {
  app?: { id: string; name: string };
  /** Can feedback be given there? */
  feedback: boolean;
  /** Walkthroughs that the person can open there. */
  guides: ListedGuide[];
  checklists: (ListedGuide & { done: number; total: number })[];
  /** Guides of the app that the person dismissed or muted, one by one. */
  hidden: ListedGuide[];
}

/** What popup and side panel ask about the tab in front, and open there. */
export const activeTabMessages = {
  'guides.activeTab': { from: 'extension', body: z.strictObject({}), reply: reply<ActivePageGuides>() },
  /** Opens a walkthrough or a checklist, by `pack/guide`, on the page in front. */
  'guide.open': { from: 'extension', body: z.strictObject({ guide: guideKeyBody }), reply: done },
  /** Opens the choices of feedback on the page in front. */
  'feedback.open': { from: 'extension', body: z.strictObject({}), reply: done },
} as const;
