import type { Share } from '../../../model/hub-api/answer-figures.ts';
import type { StoredGuideHealth } from '../../store/json-columns.ts';

/** A weekly row of a version of a guide. */
export interface HealthRow {
  pack: string;
  guide: string;
  version: number;
  week: string;
  health: StoredGuideHealth;
}

/** What is the matter with a control: people miss it, or it is found with less confidence than recorded. */
type ControlProblem = 'missing' | 'weak';

/** A step whose control people miss, or is weak. */
export interface StepToLookAt {
  pack: string;
  guide: string;
  /** Empty: the guide's own control. */
  step: string;
  what: ControlProblem;
  version: number;
  week: string;
  share: Share;
  /** The first week in a row in which it was so, in any version. */
  since: string;
  routes: { route: string; share: Share }[];
  /** Newest first: what was shown of it in each version. */
  versions: { version: number; week: string; share: Share }[];
}

/** It is so for more than nearly nobody. Of what is withheld nothing is known. */
const isTroubled = (share: Share | undefined): boolean => share === 'most' || typeof share === 'number';

/** Steps that are in trouble in the newest row of the newest version of their guide: those that people miss first, and each by its share. */
export function guidesToLookAt(rows: readonly HealthRow[]): StepToLookAt[] {
  const byGuide = [...Map.groupBy(rows, ({ pack, guide }) => `${pack}/${guide}`).values()];
  return (['missing', 'weak'] as const).flatMap((what) =>
    byGuide.flatMap((own) => stepsOfGuide(own, what)).sort((one, other) => sizeOf(other.share) - sizeOf(one.share)),
  );
}

const sizeOf = (share: Share): number => (share === 'most' ? 100 : typeof share === 'number' ? share : 0);

/** The share of a step, if it is told. */
function shareOf(
  { steps, weak = {} }: Pick<StoredGuideHealth, 'steps' | 'weak'>,
  { step, what }: Pick<StepToLookAt, 'step' | 'what'>,
): Share[] {
  const own = (what === 'missing' ? steps : weak)[step];
  return own === undefined || own === 'withheld' ? [] : [own];
}

function stepsOfGuide(rows: readonly HealthRow[], what: ControlProblem): StepToLookAt[] {
  const newestFirst = [...rows].sort((one, other) => other.version - one.version || (one.week < other.week ? 1 : -1));
  const [newest] = newestFirst;
  if (!newest) return [];
  const { pack, guide, version, week, health } = newest;
  return Object.keys(health.steps).flatMap((step) => {
    const [share] = shareOf(health, { step, what });
    if (share === undefined || !isTroubled(share)) return [];
    const known = newestFirst.flatMap((row) =>
      shareOf(row.health, { step, what }).map((own) => ({ version: row.version, week: row.week, share: own })),
    );
    const end = known.findIndex((row) => !isTroubled(row.share));
    const run = end < 0 ? known : known.slice(0, end);
    const since = run.reduce((first, row) => (row.week < first ? row.week : first), week);
    const routes = health.routes.flatMap(({ route, ...at }) => shareOf(at, { step, what }).map((own) => ({ route, share: own })));
    const versions = known.filter((row, nth) => known.findIndex((one) => one.version === row.version) === nth);
    return { pack, guide, step, what, version, week, share, since, routes, versions };
  });
}
