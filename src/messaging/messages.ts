import { z } from 'zod';
import type { Pause } from '../ledger/pause.ts';
import { answer } from '../model/answer.ts';
import { control } from '../model/control.ts';
import { about, choice, type FrictionEntry, frictionEntry, guideEntry } from '../model/entry.ts';
import type { Fault } from '../model/fault.ts';
import { type LauncherSpot, launcherSpot } from '../model/launcher-spot.ts';
import { checklistViews, type OwnContent } from '../model/own-content.ts';
import type { PackState } from '../model/pack-state.ts';
import type { Policy } from '../model/policy.ts';
import { type Progress, progress } from '../model/progress.ts';
import type { Quiet } from '../model/quiet.ts';
import type { Settled } from '../model/settled.ts';
import type { ShownGuide } from '../model/shown.ts';
import { slug } from '../model/slug.ts';
import type { Said } from '../model/text.ts';
import type { Theme } from '../model/theme.ts';
import type { Verdict } from '../targeting/verdict.ts';
import { formMessages } from './form-messages.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { pathFact } from './path-fact.ts';

/** What a page script is told when it begins: where it is and what there is to show. */
export type Arrival =
  | { here: false; why: string }
  | {
      here: true;
      app: { id: string; name: string };
      /** Route templates of the app, most particular first. */
      places: string[];
      guides: ShownGuide[];
      /** Which of them are for this person now, by `pack/guide`; the others may be asked for by name. */
      fitting: string[];
      switches: Policy['switches'];
      /** The walkthrough that the person is in; `here` if it goes on in this tab, and in no other. */
      running: (Progress & { here: boolean }) | null;
      settled: Record<string, Settled>;
      /** Of the app's packs, the first that has one. */
      theme: Theme | null;
      quiet: Quiet;
      /** Where the person has put the feedback button in this app, if they moved it. */
      launcher: LauncherSpot | null;
      own: OwnContent;
    };

export type Kept = { ok: true; id: string; formKey?: string } | { ok: false; why: string };
/** What was found about a control that the page alone can name, by the page's number for it. */
export type FollowedPath =
  | { ok: true; found: (Omit<FrictionEntry, 'kind' | 'id' | 'at' | 'app' | 'route' | 'control'> & { number: number })[] }
  | { ok: false; why: string };
export type Done = { ok: true } | { ok: false; why: string };

export interface Status {
  version: string;
  policy: {
    apps: { name: string; origins: string[] }[];
    hub?: string;
    audience: Policy['audience'];
    switches: Policy['switches'];
    days: number;
  };
  faults: Fault[];
  /** False when no managed policy has been set. */
  managed: boolean;
  packs: PackState[];
  ledger: { waiting: number; sent: number; refused: number };
  upload: { lastSuccess?: number; error?: { what: string; where: string; remedy: string }; next?: number };
  quiet: Quiet;
  /** Undefined while things are recorded. */
  pause?: Pause;
}

const short = z.string().min(1).max(300);
const reply = <T>(): T => undefined as T;

/** Why each guide of an app is, or is not, shown at an address. */
export type Why =
  | { here: false }
  | {
      here: true;
      app: string;
      guides: { key: string; kind: ShownGuide['kind']; title: Said; pack: Said; verdict: Verdict }[];
    };

/** Every message to the background: who may send it, its body, the type of its reply. */
export const messages = {
  ...ledgerMessages,
  ...formMessages,
  /** A page script begins: what is there for this tab's address? */
  arrive: { from: 'page', body: z.strictObject({}), reply: reply<Arrival>() },
  /** There is something to show: bring in locator, overlay and player. */
  bring: { from: 'page', body: z.strictObject({}), reply: reply<Done>() },
  /** One click of feedback. */
  feedback: {
    from: 'page',
    body: z.strictObject({ choice, route: short, control: control.optional(), about: about.optional() }),
    reply: reply<Kept>(),
  },
  /** A guide was shown, opened, finished, dismissed, or its control was missing. */
  guide: { from: 'page', body: z.strictObject({ route: short, about, what: guideEntry.shape.what }), reply: reply<Kept>() },
  /** The page did something that makes work harder. */
  friction: {
    from: 'page',
    body: frictionEntry.pick({ signal: true, control: true, severe: true, count: true, ms: true, responded: true, what: true }),
    reply: reply<Kept>(),
  },
  /** The person's way through the app, told in order; the address is the browser's word. */
  path: { from: 'page', body: z.strictObject({ facts: z.array(pathFact).min(1).max(200) }), reply: reply<FollowedPath>() },
  /** Count the page's uncaught errors, and tell of each by an event of this name. */
  errors: {
    from: 'page',
    body: z.strictObject({ channel: z.string().regex(/^[a-z0-9-]{20,60}$/) }),
    reply: reply<Done>(),
  },
  /** Where the person is in a walkthrough; null when it is over. `take`: it is to go on in this tab wherever it was; or, false, is not. */
  progress: {
    from: 'page',
    body: z.strictObject({ progress: progress.nullable(), take: z.boolean().optional() }),
    reply: reply<Done>(),
  },
  /** How far a walkthrough is in one script of a tab, for the scripts in its other frames. */
  walk: {
    from: 'page',
    body: z.strictObject({
      by: short,
      running: progress.pick({ pack: true, guide: true, step: true, way: true, trail: true, done: true }).nullable(),
      shown: z.boolean(),
    }),
    reply: reply<Done>(),
  },
  /** An answer to a question of a pack. */
  answer: { from: 'page', body: z.strictObject({ route: short, about, answer }), reply: reply<Kept>() },
  /** The person will answer a question in words: a form for them. */
  'answer.words': {
    from: 'page',
    body: z.strictObject({ route: short, about }),
    reply: reply<{ ok: true; formKey: string } | { ok: false; why: string }>(),
  },
  /** The person opened, folded or closed a checklist, or opened the link of one of its items. */
  checklist: {
    from: 'page',
    body: z.strictObject({
      route: short,
      pack: slug,
      guide: slug,
      view: z.enum(checklistViews).optional(),
      opened: slug.optional(),
    }),
    reply: reply<Done>(),
  },
  /** Everything the status page and the popup show. */
  status: { from: 'extension', body: z.strictObject({}), reply: reply<Status>() },
  /** The person wants quiet: in general, in this app, from this guide (`pack/guide`), or no more. */
  quiet: {
    from: 'anywhere',
    body: z.strictObject({ wish: z.enum(['hour', 'today', 'app', 'guide', 'always', 'none']), guide: short.optional() }),
    reply: reply<Done>(),
  },
  /** The person wants nothing recorded for so long, or wants it recorded again. */
  pause: {
    from: 'extension',
    body: z.strictObject({ wish: z.enum(['hour', 'today', 'until asked', 'none']) }),
    reply: reply<Done>(),
  },
  /** Something would be shown unasked (`pack/guide`): is this person to have it now? Yes counts as shown. */
  prompt: { from: 'page', body: z.strictObject({ guide: short }), reply: reply<{ may: boolean }>() },
  /** Why each guide is, or is not, shown at this address. */
  why: { from: 'extension', body: z.strictObject({ url: z.url().max(4000) }), reply: reply<Why>() },
  /** Open pages of the apps, the one looked at last first. */
  pages: { from: 'extension', body: z.strictObject({}), reply: reply<{ url: string; title: string }[]>() },
  /** The person moved the feedback button. */
  launcher: { from: 'page', body: launcherSpot, reply: reply<Done>() },
  /** Fetch packs and send what waits, now. */
  refresh: { from: 'extension', body: z.strictObject({}), reply: reply<Done>() },
} as const;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Body<N extends MessageName> = z.input<Messages[N]['body']>;
export type Parsed<N extends MessageName> = z.output<Messages[N]['body']>;
export type Reply<N extends MessageName> = Messages[N]['reply'];

/** From the background to a page script: what it was told has changed; it has no business there any more; the person pressed our key. */
export type ToPage = { cairn: 'changed' | 'leave' | 'focus' } | ({ cairn: 'walk'; app: string } & WalkTold);

/** `by` is the script that tells; `running` is null when the walkthrough is over; `shown` if it stands beside its control there. */
export type WalkTold = Parsed<'walk'>;
