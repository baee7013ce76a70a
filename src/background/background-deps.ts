import type { Ledger } from '../ledger/ledger.ts';
import type { OwnProposals } from '../model/hub-api/proposals.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { PackState } from '../model/pack/pack-state.ts';
import type { Policy } from '../model/policy/policy.ts';
import type { PolicyReading } from '../policy/watch-policy.ts';
import type { Upload } from '../upload/upload.ts';
import type { AppRoutes } from './app-routes.ts';
import type { createAppScripts } from './app-scripts.ts';
import type { ControlDisclosure } from './control-disclosure.ts';
import type { PauseControl } from './pause-control.ts';
import type { PersonStore } from './person-store.ts';
import type { RecordEntry } from './recorder.ts';
import type { ReleaseWatch } from './release-watch.ts';

/** What handlers and features of the background depend on. Each takes only what it uses. `services.ts` creates it. */
export interface BackgroundDeps {
  version: string;
  policyReading: () => Promise<PolicyReading>;
  policy: () => Promise<Policy>;
  shelf: { packs(): Promise<Pack[]>; states(): Promise<PackState[]> };
  releaseWatch: ReleaseWatch;
  scripts: ReturnType<typeof createAppScripts>;
  personStore: PersonStore;
  ledger: Ledger;
  upload: Upload;
  record: RecordEntry;
  routes: AppRoutes;
  pause: PauseControl;
  /** The person's languages, most wanted first. */
  languages: () => Promise<string[]>;
  /** Open tabs of the apps ask again what is there for them. */
  notifyTabs: () => Promise<void>;
  /** Fetch packs now. */
  refreshPacks: () => Promise<void>;
  /** Fetch the tables that the hub publishes once a week, if it is time. */
  refreshTables: () => Promise<void>;
  /** What the hub says of the proposals of this install; undefined where it does not say. */
  ownProposals: () => Promise<OwnProposals['proposals'] | undefined>;
  disclosure: ControlDisclosure;
}
