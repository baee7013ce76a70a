import { z } from 'zod';
import { answer } from '../model/entry/answer.ts';
import { type Control, observedControl } from '../model/entry/control.ts';
import { about, absence, choice, type FrictionEntry, frictionEntry, guideEntry } from '../model/entry/entry.ts';
import type { GuideSummary } from '../model/pack/guide-summary.ts';
import type { LocalizedGuide } from '../model/pack/localized-guide.ts';
import type { Theme } from '../model/pack/theme.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import type { LauncherSpot } from '../model/person/launcher-spot.ts';
import type { MuteState } from '../model/person/mute.ts';
import { checklistViews, type PersonalContent } from '../model/person/personal-content.ts';
import { type Progress, progress } from '../model/person/progress.ts';
import type { Policy } from '../model/policy/policy.ts';
import { slug } from '../model/text/slug.ts';
import { activeTabMessages } from './active-tab-messages.ts';
import { extensionMessages } from './extension-messages.ts';
import { formMessages } from './form-messages.ts';
import { journeyFact } from './journey-fact.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { pageScripts } from './page-scripts.ts';
import { preferenceMessages } from './preference-messages.ts';
import { done, type Refusal, reply } from './result.ts';
import { type StudioMode, studioMessages } from './studio-messages.ts';

/** What a page script gets when it starts: where it is and what there is to show. */
export interface Arrival {
  app: { id: string; name: string; origins: string[] };
  /** The address that this is about. */
  url: string;
  /** Its route as it may be recorded. */
  route: string;
  /** Route templates of the app, most particular first. */
  places: string[];
  /** Those that are for this person now and belong at this address; their bodies, and all others, are fetched by key. */
  guides: GuideSummary[];
  switches: Policy['switches'];
  /** The walkthrough that the person is in. It goes on in one tab only: is it this one? `isWithdrawn`: no pack in force has it now. */
  walk: (Progress & { inThisTab: boolean; isWithdrawn?: true }) | null;
  /** What the person has made of those guides, and of all questions, by `pack/guide`. */
  guideHistories: Record<string, GuideHistory>;
  /** Of the first pack of the app that has one. */
  theme: Theme | null;
  mute: MuteState;
  /** Where the person has put the feedback button in this app, if they moved it. */
  launcher: LauncherSpot | null;
  personalContent: PersonalContent;
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
  ...activeTabMessages,
  ...preferenceMessages,
  ...studioMessages,
  /** A page script starts, or its address has changed: what is there? Of `url`, whose origin is the browser's word, more than a frame's sender tells. */
  arrive: { from: 'app', body: z.strictObject({ url: z.string().max(10_000) }), reply: reply<Arrival>() },
  /** The whole guide of that key, `pack/guide`, in the person's language. */
  'guide.body': { from: 'app', body: z.strictObject({ guide: shortText }), reply: reply<{ guide: LocalizedGuide }>() },
  /** Inject one more script into the frame that asks: what few pages need is not in the script that all of them run. */
  'script.inject': { from: 'app', body: z.strictObject({ script: z.enum(pageScripts) }), reply: done },
  /** What of this control is recorded if the person sends feedback now. */
  'control.disclose': {
    from: 'app',
    body: z.strictObject({ control: observedControl }),
    reply: reply<{ control: Control }>(),
  },
  /** One click of feedback. `includeName`: the person chose to include a name of the control that is otherwise withheld. */
  feedback: {
    from: 'app',
    body: z.strictObject({
      choice,
      route: shortText,
      control: observedControl.optional(),
      includeName: z.boolean().optional(),
      about: about.optional(),
      absence: absence.optional(),
    }),
    reply: reply<{ id: string; formKey: string }>(),
  },
  /** A guide was shown, opened, finished, dismissed, or its control was missing. */
  guide: {
    from: 'app',
    body: z.strictObject({ route: shortText, about, what: guideEntry.shape.what }),
    reply: reply<{ id: string }>(),
  },
  /** The person finished a walkthrough of which nothing is recorded: it is ticked off in their checklists, and nobody is told. */
  'guide.finishedUnrecorded': { from: 'app', body: z.strictObject({ about }), reply: done },
  /** Does the name of a control, or where it leads, speak of something that may not be undoable? Asked before Cairn presses it for the person. */
  'name.judge': {
    from: 'app',
    body: z.strictObject({ name: z.string().max(500), address: z.string().max(2000).optional() }),
    reply: reply<{ lasting: boolean }>(),
  },
  /** The page did something that makes work harder. */
  friction: {
    from: 'app',
    body: frictionEntry.pick({ signal: true, severe: true, count: true, ms: true, responded: true, what: true }).extend({
      control: observedControl.optional(),
      /** How long ago it began: it belongs to the route of that time. */
      agoMs: z.int().min(0).max(86_400_000).optional(),
    }),
    reply: reply<{ id: string }>(),
  },
  /** Facts of the person's journey through the app, in order. */
  journey: {
    from: 'app',
    body: z.strictObject({
      facts: z.array(journeyFact).min(1).max(200),
      /** The time by the clock of the facts, which may not be that of the background: a page's clock may stop while the device sleeps. */
      sentAt: z.int().optional(),
    }),
    reply: reply<{ found: UnnamedFinding[] }>(),
  },
  /** Watch the page's uncaught errors, and dispatch an event of this name for each. */
  errors: {
    from: 'app',
    body: z.strictObject({ channel: z.string().regex(/^[a-z0-9-]{20,60}$/) }),
    reply: done,
  },
  /**
   * Where the person is in a walkthrough; null when it is over. `take: true` moves it to this tab, `take: false` declines it for this
   * tab.
   */
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
      progress: progress
        .pick({ pack: true, guide: true, step: true, mode: true, trail: true, done: true, dependsOnValue: true })
        .nullable(),
      presenting: z.boolean(),
      /** Number of this move, if the sender has moved to another step; left out if only `presenting` has changed. */
      move: z.int().min(1).optional(),
    }),
    reply: done,
  },
  /** An answer to a question of a pack. */
  answer: { from: 'app', body: z.strictObject({ route: shortText, about, answer }), reply: reply<{ id: string }>() },
  /** The person wants to answer a question with free text: open a form. */
  'answer.words': {
    from: 'app',
    body: z.strictObject({ route: shortText, about }),
    reply: reply<{ formKey: string }>(),
  },
  /** The person opened, minimised or closed a checklist, or opened the link of one of its items. */
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
  /** May this guide (`pack/guide`) be shown unasked to this person now? If so, it counts as shown. */
  prompt: { from: 'app', body: z.strictObject({ guide: shortText }), reply: done },
} as const;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type BodyOf<N extends MessageName> = z.input<Messages[N]['body']>;
export type ParsedBodyOf<N extends MessageName> = z.output<Messages[N]['body']>;
export type ReplyOf<N extends MessageName> = ({ ok: true } & Messages[N]['reply']) | Refusal;

/**
 * From the background to page scripts. `changed`: ask again what is here. `leave`: stop, this page is no longer of an app. `focus`: the
 * person pressed the keyboard shortcut. `closePanel`: they leave the feedback panel from the form in it. `judgeForm`: do they see that form?
 * `walk`: what another script of the same tab reports of the walkthrough. `open`: the person opens a walkthrough, by `pack/guide`, from the side
 * panel; or the feedback panel, if null. `studio`: what the studio's script is to do from now on, in all frames of the tab.
 */
export type PageMessage =
  | { cairn: 'changed' | 'leave' | 'focus' | 'closePanel' }
  | { cairn: 'judgeForm'; key: string }
  | { cairn: 'open'; guide: string | null }
  | { cairn: 'studio'; mode: StudioMode }
  | ({ cairn: 'walk'; app: string } & WalkMessage);

/** `progress` is null when the walkthrough is over; `presenting` if the step is shown beside its control in the frame that sends this. */
export type WalkMessage = ParsedBodyOf<'walk.sync'>;
