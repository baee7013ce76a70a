import type { Log } from '../log/log.ts';
import type { Store } from '../store/store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Signer } from './signer.ts';

/** What one install may send in a day (UTC), over all hubs on one store. */
export interface DailyBudget {
  entries: number;
  bytes: number;
}

/** What a person at a provider has to have proved who they are for, a short while ago. */
export type Confirmation = 'publishing' | 'reading';

/** What the routes of the hub need. */
export interface HubDeps {
  store: Store;
  /** A store on a connection of its own, for readiness. */
  probe: Store;
  now: () => Date;
  log: Log;
  telemetry: Telemetry;
  /** Connections of the store that requests share. */
  connections: number;
  /** SHA-256 of the enrolment token from the environment. Without it, the tokens in the store are valid. */
  enrolTokenHash?: string;
  /** SHA-256 of the publishing token. Without it, nobody can publish. */
  publishTokenHash?: string;
  /** What holds the keys that sign packs. */
  signer: Signer;
  /** The origin at which people reach the hub: scheme, host and port. */
  publicUrl: () => string;
  /** Folder of the built desk. */
  deskFolder: string;
  /** Days that raw entries are kept. */
  retentionDays: number;
  /** Proxies in front of the hub whose `X-Forwarded-For` counts. */
  proxyHops: number;
  /** What one install may send in a day. */
  budget: DailyBudget;
  /** The desk gets feedback and comments at steps of this many hours; 0 at once. */
  releaseHours: number;
  /** Installs that count as one person where the policy names no person. */
  installsPerPerson: number;
  /** Identity providers at which people sign in. Without any, sign-in links are the only way. */
  providers: readonly IdentityProvider[];
  /** For so many minutes after people proved who they are at a provider, they may do what needs that. */
  confirmMinutes: Record<Confirmation, number>;
  isStopping: () => boolean;
}
