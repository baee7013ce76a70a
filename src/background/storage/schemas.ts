import { z } from 'zod';
import type { CollectionMemory } from '../../disclosure/learn-collection.ts';
import type { SeenNames } from '../../disclosure/seen-names.ts';
import type { AppJourney, TabJourney } from '../../friction/journey/follow-journey.ts';
import type { Pause } from '../../ledger/pause.ts';
import { observedControl } from '../../model/entry/control.ts';
import { about } from '../../model/entry/entry.ts';
import { figureTable } from '../../model/hub-api/figure-table.ts';
import { nameTable } from '../../model/hub-api/name-table.ts';
import type { GuideHistory } from '../../model/person/guide-history.ts';
import type { MuteState } from '../../model/person/mute.ts';
import { checklistViews } from '../../model/person/personal-content.ts';
import type { RouteVocabulary } from '../../model/route/learn-route.ts';
import { missedReport } from '../../model/studio/observed-act.ts';
import { languageTag } from '../../model/text/text.ts';
import type { ShownPrompt } from '../../targeting/judge-prompt.ts';
import type { Completions } from '../../targeting/stage.ts';
import type { StoredFigureTable } from '../../upload/refresh-figure-table.ts';
import type { StoredNameTable } from '../../upload/refresh-name-table.ts';

/** Values by a key of their own, such as `pack/guide` or the id of an app. */
export const byKey = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const text = z.string();
const time = z.number();

export const guideHistory: z.ZodType<GuideHistory> = z.object({
  dismissed: z.int().min(0),
  done: z.boolean(),
  doneUnrecorded: z.boolean().optional(),
  dismissedAt: time.optional(),
  shown: z.boolean().optional(),
});

export const muteState: z.ZodType<MuteState> = z.object({
  until: time.nullable(),
  apps: z.array(text),
  guides: z.array(text),
});

export const pause: z.ZodType<Pause> = z.object({ until: z.union([time, z.literal('asked')]) }) as z.ZodType<Pause>;

export const completions: z.ZodType<Completions> = z.object({ weeks: byKey(z.int().min(0)), ever: z.boolean() });

export const shownPrompt: z.ZodType<ShownPrompt> = z.object({ guide: text, at: time, tab: z.int() });

export const checklistState = z.object({
  /** `pack/task` of tasks finished at least once. */
  tasks: z.array(text),
  /** `pack/checklist` → items whose link was opened from there. */
  opened: byKey(z.array(text)),
  views: byKey(z.enum(checklistViews)),
});

/** What the device has learnt of the routes of one app. Segments that are not known to be common are keyed hashes in it. */
export interface AppRouteMemory extends CollectionMemory {
  names: RouteVocabulary;
}
export const appRouteMemory: z.ZodType<AppRouteMemory> = z.object({
  names: byKey(z.array(text).nullable()),
  candidates: byKey(z.array(text)).nullable(),
  learnt: byKey(text),
});

export const seenName: z.ZodType<SeenNames[string]> = z.object({ first: text, last: text });

const storedTable = { hub: text, askedAt: time, etag: text.optional() };

export const storedFigureTable: z.ZodType<StoredFigureTable> = z.object({ ...storedTable, ...figureTable.shape });

export const storedNameTable: z.ZodType<StoredNameTable> = z.object({
  ...storedTable,
  fingerprints: nameTable.shape.fingerprints,
});

/** The states of judges are theirs alone; each judge copes with any. */
const judges = byKey(z.unknown());
const taskRun = z.object({
  startedAt: time,
  countedMs: z.number(),
  countingSince: time.nullable(),
  lastAt: time,
  route: text,
  steps: z.array(text),
  routes: z.array(text),
});
const graph = z.object({ runs: z.int(), routes: byKey(z.number()), follows: byKey(z.number()), detours: byKey(z.number()) });

export const appJourney: z.ZodType<AppJourney> = z.object({ judges, runs: byKey(taskRun), graphs: byKey(graph) });

export interface StoredTabJourney extends TabJourney {
  app: string;
}
export const tabJourney: z.ZodType<StoredTabJourney> = z.object({
  ...{ judges, route: text, app: text },
  visits: z.array(z.object({ at: z.number(), route: text })),
});

/** Time as journeys count it. */
export const journeyTime = z.object({ seenAt: z.number().nullable(), skippedMs: z.number() });

/** What an open form belongs to: text after one click of feedback, or the answer to a question. */
const formOrigin = { app: text, appName: text, route: text };
export const formTicket = z.union([
  z.object({
    ...formOrigin,
    choices: z.literal(true),
    control: observedControl.optional(),
    includeName: z.boolean().optional(),
    about: about.optional(),
  }),
  z.object({ ...formOrigin, of: text, choice: text }),
  z.object({ ...formOrigin, about, title: z.object({ text, language: text }) }),
]);
export type FormTicket = z.infer<typeof formTicket>;

/** What the studio is doing in this browser: recording into a draft, waiting for a control to be pointed at, trying a draft. */
export const studioSession = z.object({
  recording: z
    .object({
      draft: z.uuid(),
      app: text,
      /** What was done and made no step. No name of a control is in it. */
      missed: z.array(missedReport),
      /** The steps of the draft are repeated in this language, and so far these were. */
      translation: z
        .object({
          language: languageTag,
          walked: z.record(text, z.object({ step: text, title: text, body: text })),
          unmatched: z.array(text),
        })
        .optional(),
    })
    .nullable(),
  picking: z.object({ draft: z.uuid(), app: text, tab: z.int(), path: z.array(z.union([text, z.int()])) }).nullable(),
  trying: z.object({ draft: z.uuid(), app: text }).nullable(),
});
export type StudioSession = z.infer<typeof studioSession>;

/** The tab a walkthrough goes on in, the tab that one was opened from, and tabs in which the person declined it. */
export const walkOwner = z.object({ tab: z.int(), from: z.int().optional(), declined: z.array(z.int()) });
export type WalkOwner = z.infer<typeof walkOwner>;
