import { z } from 'zod';
import type { Pause } from '../ledger/pause.ts';
import type { Fault } from '../model/fault/fault.ts';
import type { UploadError } from '../model/fault/upload-error.ts';
import type { Readings } from '../model/hub-api/intake.ts';
import type { ControlFinding } from '../model/pack/control-finding.ts';
import type { LocalizedGuide } from '../model/pack/localized-guide.ts';
import type { PackState } from '../model/pack/pack-state.ts';
import type { MuteState } from '../model/person/mute.ts';
import type { Policy } from '../model/policy/policy.ts';
import type { LocalizedText } from '../model/text/text.ts';
import type { TargetingVerdict } from '../targeting/verdict.ts';
import { done, reply } from './result.ts';

export interface ExtensionStatus {
  version: string;
  policy: {
    apps: { id: string; name: string; origins: string[] }[];
    hub?: string;
    audience: Policy['audience'];
    switches: Policy['switches'];
    studio: Policy['studio'];
    days: number;
  };
  faults: Fault[];
  /** False when no managed policy has been set. */
  managed: boolean;
  packs: PackState[];
  ledger: { waiting: number; sent: number; refused: number };
  upload: { lastSuccess?: number; error?: UploadError; next?: number; readings?: Readings };
  mute: MuteState;
  /** Undefined unless recording is paused. */
  pause?: Pause;
}

/** The control that a guide needs, and what an open page at the address says of it; no finding where no such page is open. */
export interface ControlReport {
  role: string;
  name?: string;
  finding?: ControlFinding;
}

/** Why each guide of an app is, or is not, shown at an address. */
export type WhyReport =
  | { inApp: false }
  | {
      inApp: true;
      app: string;
      guides: {
        key: string;
        kind: LocalizedGuide['kind'];
        title: LocalizedText;
        pack: LocalizedText;
        verdict: TargetingVerdict;
        control?: ControlReport;
      }[];
    };

/** What the popup, the status page and the side panel ask of Cairn itself. */
export const extensionMessages = {
  /** Everything the status page and the popup show. */
  status: { from: 'extension', body: z.strictObject({}), reply: reply<ExtensionStatus>() },
  /** The person pauses recording, or resumes it. */
  pause: {
    from: 'extension',
    body: z.strictObject({ wish: z.enum(['hour', 'today', 'until asked', 'none']) }),
    reply: done,
  },
  /** Why each guide is, or is not, shown at this address. */
  why: { from: 'extension', body: z.strictObject({ url: z.url().max(4000) }), reply: reply<WhyReport>() },
  /** Open tabs of the apps, the most recently used first. */
  pages: { from: 'extension', body: z.strictObject({}), reply: reply<{ pages: { url: string; title: string }[] }>() },
  /** Fetch packs and send what waits, now. */
  refresh: { from: 'extension', body: z.strictObject({}), reply: done },
} as const;
