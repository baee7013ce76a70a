import { useRef } from 'preact/hooks';
import type { PackVersions } from '../../../model/hub-api/releases.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
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
    <>
      <p>
        <RouteLink to={{ view: 'packs' }} router={router}>
          All packs
        </RouteLink>
      </p>
      {failure.value && <Refusal failure={failure.value} />}
      {!value.value && !failure.value && <p class="quiet">Loading…</p>}
      {value.value && <Releases versions={value.value} reload={reload} {...desk} />}
    </>
  );
}

interface ReleasesProps extends DeskDeps {
  versions: PackVersions;
  reload: () => Promise<void>;
}

function Releases({ versions, reload, ...desk }: ReleasesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  /** The button that was pressed may be gone, so reading goes on at the heading. */
  const onAnswer = async (isDone: boolean) => {
    await reload();
    if (isDone) heading.current?.focus();
  };
  const { pack, app, releases } = versions;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{pack}</bdi>
      </h1>
      <p class="quiet page-note">
        A pack for the app <bdi>{app}</bdi>.
      </p>
      <OffSwitch versions={versions} onAnswer={onAnswer} {...desk} />
      <h2>Versions</h2>
      <ul class="row-cards" aria-label="Versions, highest first">
        {releases.map((release) => (
          <ReleaseCard key={release.version} release={release} versions={versions} onAnswer={onAnswer} {...desk} />
        ))}
      </ul>
    </>
  );
}
