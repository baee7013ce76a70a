import { z } from 'zod';
import { answer } from '../model/entry/answer.ts';
import { control } from '../model/entry/control.ts';
import { about, choice, type FrictionEntry, frictionEntry, guideEntry } from '../model/entry/entry.ts';
import type { GuideSummary } from '../model/pack/guide-summary.ts';
import type { LocalizedGuide } from '../model/pack/localized-guide.ts';
import type { Theme } from '../model/pack/theme.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import { type LauncherSpot, launcherSpot } from '../model/person/launcher-spot.ts';
import type { MuteState } from '../model/person/mute.ts';
import { checklistViews, type PersonalContent } from '../model/person/personal-content.ts';
import { type Progress, progress } from '../model/person/progress.ts';
import type { Policy } from '../model/policy/policy.ts';
import { slug } from '../model/text/slug.ts';
import { extensionMessages } from './extension-messages.ts';
import { formMessages } from './form-messages.ts';
import { journeyFact } from './journey-fact.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { done, type Refusal, reply } from './result.ts';

/** What a page script gets when it starts: where it is and what there is to show. */
export interface Arrival {
  app: { id: string; name: string };
  /** Route templates of the app, most particular first. */
  places: string[];
  /** Those that are for this person now and belong at this address; their bodies, and all others, are fetched by key. */
  guides: GuideSummary[];
  switches: Policy['switches'];
  /** The walkthrough that the person is in; `here` if it goes on in this tab, and in no other. */
  walk: (Progress & { inThisTab: boolean }) | null;
  /** What the person has made of those guides, and of all questions, by `pack/guide`. */
  settled: Record<string, GuideHistory>;
  /** Of the app's packs, the first that has one. */
  theme: Theme | null;
  quiet: MuteState;
  /** Where the person has put the feedback button in this app, if they moved it. */
  launcher: LauncherSpot | null;
  own: PersonalContent;
}

/** A finding about a control that the page alone can name, by the page's number for it. */
export type UnnamedFinding = Omit<FrictionEntry, 'kind' | 'id' | 'at' | 'app' | 'route' | 'control'> & { number: number };

const shortText = z.string().min(1).max(300);
/**
 * Every message to the background: who may send it, its body, and what its reply holds besides `ok: true`. Any message can be refused
 * instead. Senders: `app`, a page of one of the policy's apps; `extension`, a page of the extension; `anywhere`, both.
 */
export const messages = {
  ...ledgerMessages,
  ...formMessages,
  ...extensionMessages,
  /** A page script starts, or its address has changed: what is there? Of `url`, whose origin is the browser's word, more than a frame's sender tells. */
  arrive: { from: 'app', body: z.strictObject({ url: z.string().max(10_000) }), reply: reply<Arrival>() },
  /** The whole guide of that key, `pack/guide`, in the person's language. */
  'guide.body': { from: 'app', body: z.strictObject({ guide: shortText }), reply: reply<{ guide: LocalizedGuide }>() },
  /** There is something to show: bring in locator, overlay and player. */
  'overlay.inject': { from: 'app', body: z.strictObject({}), reply: done },
  /** One click of feedback. */
  feedback: {
    from: 'app',
    body: z.strictObject({ choice, route: shortText, control: control.optional(), about: about.optional() }),
    reply: reply<{ id: string; formKey: string }>(),
  },
  /** A guide was shown, opened, finished, dismissed, or its control was missing. */
  guide: {
    from: 'app',
    body: z.strictObject({ route: shortText, about, what: guideEntry.shape.what }),
    reply: reply<{ id: string }>(),
  },
  /** The page did something that makes work harder. */
  friction: {
    from: 'app',
    body: frictionEntry.pick({ signal: true, control: true, severe: true, count: true, ms: true, responded: true, what: true }),
    reply: reply<{ id: string }>(),
  },
  /** The person's way through the app, told in order; the address is the browser's word. */
  journey: {
    from: 'app',
    body: z.strictObject({ facts: z.array(journeyFact).min(1).max(200) }),
    reply: reply<{ found: UnnamedFinding[] }>(),
  },
  /** Count the page's uncaught errors, and tell of each by an event of this name. */
  errors: {
    from: 'app',
    body: z.strictObject({ channel: z.string().regex(/^[a-z0-9-]{20,60}$/) }),
    reply: done,
  },
  /** Where the person is in a walkthrough; null when it is over. `take`: it is to go on in this tab wherever it was; or, false, is not. */
  progress: {
    from: 'app',
    body: z.strictObject({ progress: progress.nullable(), take: z.boolean().optional() }),
    reply: done,
  },
  /** How far a walkthrough is in one script of a tab, for the scripts in its other frames. */
  'walk.sync': {
    from: 'app',
    body: z.strictObject({
      /** 0 for the top of the tab; any other number for a frame in it. */
      frameId: z.int().min(0).max(0xffff_ffff),
      progress: progress.pick({ pack: true, guide: true, step: true, mode: true, trail: true, done: true }).nullable(),
      presenting: z.boolean(),
      /** Number of this move, if the sender has moved to another step; left out if only `presenting` has changed. */
      move: z.int().min(1).optional(),
    }),
    reply: done,
  },
  /** An answer to a question of a pack. */
  answer: { from: 'app', body: z.strictObject({ route: shortText, about, answer }), reply: reply<{ id: string }>() },
  /** The person will answer a question in words: a form for them. */
  'answer.words': {
    from: 'app',
    body: z.strictObject({ route: shortText, about }),
    reply: reply<{ formKey: string }>(),
  },
  /** The person opened, folded or closed a checklist, or opened the link of one of its items. */
  checklist: {
    from: 'app',
    body: z.strictObject({
      route: shortText,
      pack: slug,
      guide: slug,
      view: z.enum(checklistViews).optional(),
      opened: slug.optional(),
    }),
    reply: done,
  },
  /** The person wants quiet: in general, in this app, from this guide (`pack/guide`), or no more. */
  mute: {
    from: 'anywhere',
    body: z.strictObject({ wish: z.enum(['hour', 'today', 'app', 'guide', 'always', 'none']), guide: shortText.optional() }),
    reply: done,
  },
  /** Something would be shown unasked (`pack/guide`): is this person to have it now? Yes counts as shown. */
  prompt: { from: 'app', body: z.strictObject({ guide: shortText }), reply: done },
  /** The person moved the feedback button. */
  launcher: { from: 'app', body: launcherSpot, reply: done },
} as const;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type BodyOf<N extends MessageName> = z.input<Messages[N]['body']>;
export type ParsedBodyOf<N extends MessageName> = z.output<Messages[N]['body']>;
export type ReplyOf<N extends MessageName> = ({ ok: true } & Messages[N]['reply']) | Refusal;

/** From the background to a page script: what it was told has changed; it has no business there any more; the person pressed our key. */
export type PageMessage = { cairn: 'changed' | 'leave' | 'focus' } | ({ cairn: 'walk'; app: string } & WalkMessage);

/** `by` is the script that tells; `running` is null when the walkthrough is over; `shown` if it stands beside its control there. */
export type WalkMessage = ParsedBodyOf<'walk.sync'>;
