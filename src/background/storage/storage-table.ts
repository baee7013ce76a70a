import { z } from 'zod';
import { emptyAppJourney } from '../../friction/journey/follow-journey.ts';
import type { Guide } from '../../model/pack/guide.ts';
import { launcherSpot } from '../../model/person/launcher-spot.ts';
import { notMuted } from '../../model/person/mute.ts';
import { survivesForgetting } from '../../model/person/personal-memory.ts';
import { progress, withoutAddress } from '../../model/person/progress.ts';
import { shelfIndex } from '../../packs/shelf-index.ts';
import {
  appJourney,
  appRouteMemory,
  byKey,
  checklistState,
  completions,
  formTicket,
  guideHistory,
  journeyTime,
  muteState,
  pause,
  seenName,
  shownPrompt,
  storedFigureTable,
  storedNameTable,
  studioSession,
  tabJourney,
  walkOwner,
} from './schemas.ts';

/** What is known while the person has everything forgotten that may be forgotten. */
export interface Forgetting {
  /** The kind of a guide by `pack/guide`; undefined once the guide is gone. */
  kindOf(guide: string): Guide['kind'] | undefined;
}

export interface StorageRow<T> {
  /** `local` outlives the browser, `session` ends with it. */
  area: 'local' | 'session';
  /** To be raised with every change of the schema that an older value does not fit. */
  version: number;
  schema: z.ZodType<T>;
  /** Where nothing is stored. */
  initial: T;
  /** Where what is stored is invalid; `initial` if left out. */
  fallback?: T;
  /** Turns a value of an older version into one of this version; without it an older value counts as invalid. */
  upgrade?: (value: unknown, version: number) => unknown;
  /**
   * Is it about the person? Then it is in the export of their data, and this says what becomes of it when they have Cairn forget:
   * it is deleted, or kept, or as much of it is kept as the function returns.
   */
  personal: 'no' | 'deleted' | 'kept' | ((value: T, forgetting: Forgetting) => T);
}

const one = <T>(row: StorageRow<T>) => ({ ...row, isFamily: false as const });
/** Many values of one kind, each under a name of its own. */
const family = <T>(row: StorageRow<T>) => ({ ...row, isFamily: true as const });

/**
 * Everything that the extension stores outside IndexedDB. The name of a row is its key; of a family, the beginning of its keys:
 * `pack.orders/first-orders`. Nothing is stored under any other key.
 */
export const storageTable = {
  /** What the person has made of each guide. What they dismissed or answered outlives forgetting, or it would be shown again. */
  guideHistory: one({
    area: 'local',
    version: 1,
    schema: byKey(guideHistory),
    initial: {},
    personal: (all, { kindOf }) =>
      Object.fromEntries(Object.entries(all).filter(([guide, history]) => survivesForgetting(kindOf(guide), history))),
  }),
  /** How often each task was finished, by `pack/task`. */
  completions: one({ area: 'local', version: 1, schema: byKey(completions), initial: {}, personal: 'deleted' }),
  checklists: one({
    area: 'local',
    version: 1,
    schema: checklistState,
    initial: { tasks: [], opened: {}, views: {} },
    personal: 'deleted',
  }),
  /** Prompts shown lately. Kept, or forgetting would be a way around the limits. */
  shownPrompts: one({ area: 'local', version: 1, schema: z.array(shownPrompt), initial: [], personal: 'kept' }),
  /** The random number that percentages are drawn with. A new one would change which guides the person gets. */
  installNumber: one({ area: 'local', version: 1, schema: z.string(), initial: '', personal: 'kept' }),
  /** Where the person is in a walkthrough. Forgetting leaves out the address at which its step was last on screen. */
  progress: one({
    area: 'local',
    version: 1,
    schema: progress.nullable(),
    initial: null,
    personal: (stored) => stored && withoutAddress(stored),
  }),
  mute: one({ area: 'local', version: 1, schema: muteState, initial: notMuted, personal: 'kept' }),
  /** A pause that cannot be read counts as one without an end: recording needs no wish, but a wish for none must hold. */
  pause: one({
    area: 'local',
    version: 1,
    schema: pause.nullable(),
    initial: null,
    fallback: { until: 'asked' },
    personal: 'kept',
  }),
  /** Where the person put the feedback button, by app. */
  launcherSpots: one({ area: 'local', version: 1, schema: byKey(launcherSpot), initial: {}, personal: 'kept' }),
  /** What was learnt of routes, by app. */
  routes: one({ area: 'local', version: 2, schema: byKey(appRouteMemory), initial: {}, personal: 'deleted' }),
  /** The key of the hashes in stored routes. It is about nobody, and in an export it would help to guess what was hashed. */
  routeKey: one({ area: 'local', version: 1, schema: z.string(), initial: '', personal: 'no' }),
  /** Names of controls that Cairn does not know, by fingerprint, with the days on which they were seen. */
  seenNames: one({ area: 'local', version: 1, schema: byKey(seenName), initial: {}, personal: 'deleted' }),
  /** Tasks under way and usual ways through an app. */
  appJourney: family({ area: 'local', version: 2, schema: appJourney, initial: emptyAppJourney, personal: 'deleted' }),
  /** What is known of each frame's way, by `tab:frame`. */
  tabJourneys: one({ area: 'session', version: 3, schema: byKey(tabJourney), initial: {}, personal: 'deleted' }),
  /** When journeys were last looked at, and how long the device has slept. */
  journeyTime: one({ area: 'session', version: 1, schema: journeyTime, initial: { seenAt: null, skippedMs: 0 }, personal: 'no' }),
  /** Guides that fitted the person last, by app: to notice a change. */
  fittingGuides: one({ area: 'session', version: 1, schema: z.string().nullable(), initial: null, personal: 'deleted' }),
  /** Forms that are open. */
  form: family({ area: 'session', version: 1, schema: formTicket.nullable(), initial: null, personal: 'kept' }),

  /** What the studio is doing: it outlives the worker and ends with the browser. */
  studioSession: one({
    area: 'session',
    version: 1,
    schema: studioSession,
    initial: { recording: null, picking: null, trying: null },
    personal: 'kept',
  }),
  /** When anything of the studio changed last: open pages of the extension read again when it changes. */
  studioChangedAt: one({ area: 'session', version: 1, schema: z.number(), initial: 0, personal: 'no' }),

  walkOwner: one({ area: 'session', version: 1, schema: walkOwner.nullable(), initial: null, personal: 'no' }),
  walkEndedAt: one({ area: 'session', version: 1, schema: z.number(), initial: 0, personal: 'no' }),
  /** When something was recorded last: open pages of the extension read again when it changes. */
  lastEntryAt: one({ area: 'session', version: 1, schema: z.number(), initial: 0, personal: 'no' }),

  /** What the admin set, unjudged, so that a newer version of Cairn judges it anew. */
  policy: one({ area: 'local', version: 1, schema: z.unknown(), initial: undefined, personal: 'no' }),
  /** The policy that scripts were registered for last. */
  appliedPolicy: one({ area: 'session', version: 1, schema: z.string().nullable(), initial: null, personal: 'no' }),
  packIndex: one({ area: 'local', version: 2, schema: shelfIndex, initial: { sources: {}, packs: {} }, personal: 'no' }),
  /** Signed packs by `app/pack`. Their signature is checked before anything in them is read. */
  pack: family({ area: 'local', version: 1, schema: z.string().nullable(), initial: null, personal: 'no' }),

  /** When hubs were asked last what they offer. */
  releasesCheckedAt: one({ area: 'session', version: 1, schema: z.number(), initial: 0, personal: 'no' }),

  /** Parsed by upload, which starts afresh with anything that is not of the hub in force. */
  uploadState: one({ area: 'local', version: 1, schema: z.unknown(), initial: undefined, personal: 'no' }),
  /** This install's secret at its hub. Parsed by upload. */
  enrolment: one({ area: 'local', version: 1, schema: z.unknown(), initial: undefined, personal: 'no' }),
  /** Fingerprints of names that many people of the organisation have seen, as the hub published them. */
  nameTable: one({
    area: 'local',
    version: 1,
    schema: storedNameTable,
    initial: { hub: '', askedAt: 0, fingerprints: [] },
    personal: 'no',
  }),
  /** Figures of answers of the whole organisation, as the hub published them. */
  figureTable: one({
    area: 'local',
    version: 1,
    schema: storedFigureTable,
    initial: { hub: '', askedAt: 0, week: null, figures: [] },
    personal: 'no',
  }),
  /** Rows for which the database has no room. The ledger parses, exports and erases them with its own, row by row. */
  ledgerFallback: one({ area: 'local', version: 1, schema: z.array(z.unknown()), initial: [], personal: 'no' }),
  /** Parsed and exported by the ledger. */
  ledgerNotices: one({ area: 'local', version: 1, schema: z.array(z.unknown()), initial: [], personal: 'no' }),
};
export type StorageTable = typeof storageTable;
