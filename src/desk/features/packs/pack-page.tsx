import type { PackVersions } from '../../../model/hub-api/releases.ts';
import { useHeadingFocus } from '../../kit/use-heading-focus.ts';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { LoadedDetail } from './loaded-detail.tsx';
import { OffSwitch } from './off-switch.tsx';
import { ReleaseCard } from './release-card.tsx';

/** A published pack: its versions, to whom each is offered, and what those who may can change of that. */
export function PackPage({ pack, ...desk }: DeskDeps & { pack: string }) {
  const { hub, signIn, router } = desk;
  const { value, failure, reload } = useLoaded({
    load: (lifetime) => hub.publishing.versions(pack, lifetime),
    onSignedOut: signIn.expire,
  });
  return (
    <LoadedDetail value={value} failure={failure} router={router}>
      {(versions) => <Releases versions={versions} reload={reload} {...desk} />}
    </LoadedDetail>
  );
}

interface ReleasesProps extends DeskDeps {
  versions: PackVersions;
  reload: () => Promise<void>;
}

function Releases({ versions, reload, ...desk }: ReleasesProps) {
  const { heading, onChanged } = useHeadingFocus(reload);
  const { pack, app, releases } = versions;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{pack}</bdi>
      </h1>
      <p class="quiet page-note">
        A pack for the app <bdi>{app}</bdi>.
      </p>
      <OffSwitch versions={versions} onAnswer={onChanged} {...desk} />
      <h2>Versions</h2>
      <ul class="row-cards" aria-label="Versions, highest first">
        {releases.map((release) => (
          <ReleaseCard key={release.version} release={release} versions={versions} onAnswer={onChanged} {...desk} />
        ))}
      </ul>
    </>
  );
}
