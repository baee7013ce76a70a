import type { PackVersions, Release } from '../../../model/hub-api/releases.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import type { Act } from './use-act.ts';

/** What the parts of the page of a pack are given about one release. */
export interface ReleaseProps extends DeskDeps {
  release: Release;
  versions: PackVersions;
  act: Act;
}
