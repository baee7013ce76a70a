import type { PackVersions, Release } from '../../../model/hub-api/releases.ts';
import type { Act } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

/** What the card of a release is given. */
export interface ReleaseProps extends DeskDeps {
  release: Release;
  versions: PackVersions;
  /** Called after every answer of the hub to a change. */
  onAnswer: (isDone: boolean) => Promise<void>;
}

/** What a form in the card is given besides. */
export interface ReleaseFormProps extends ReleaseProps {
  act: Act;
  /** Closes the form: it is done, or given up. */
  onClose: () => void;
}
