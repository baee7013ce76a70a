import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { PackState } from '../../src/model/pack-state.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { PolicyReading } from '../../src/policy/watch-policy.ts';
import type { Upload } from '../../src/upload/upload.ts';
import type { createAppScripts } from './app-scripts.ts';
import type { Kept } from './kept.ts';
import type { Pausing } from './pause.ts';
import type { Record } from './record.ts';

/** What the background's answers work with; wired in `index.ts`. */
export interface Means {
  version: string;
  judged: () => Promise<PolicyReading>;
  policy: () => Promise<Policy>;
  shelf: { packs(): Promise<Pack[]>; states(): Promise<PackState[]> };
  scripts: ReturnType<typeof createAppScripts>;
  kept: Kept;
  ledger: Ledger;
  upload: Upload;
  record: Record;
  pause: Pausing;
  /** The person's languages, most wanted first. */
  languages: () => Promise<string[]>;
  /** Open tabs of the apps ask anew what is there. */
  tellTabs: () => Promise<void>;
  /** Fetch packs now. */
  renew: () => Promise<void>;
}
