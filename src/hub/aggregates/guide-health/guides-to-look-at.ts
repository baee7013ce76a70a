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

/** A step whose control people miss. */
export interface StepToLookAt {
  pack: string;
  guide: string;
  /** Empty: the guide's own control. */
  step: string;
  version: number;
  week: string;
  share: Share;
  /** The first week in a row in which it was so, in any version. */
  since: string;
  routes: { route: string; share: Share }[];
  /** Newest first: what was shown of it in each version. */
  versions: { version: number; week: string; share: Share }[];
}

/** More than nearly nobody misses the control. Of what is withheld nothing is known. */
const isTroubled = (share: Share | undefined): boolean => share === 'most' || typeof share === 'number';

/** Steps whose controls people missed in the newest row of the newest version of their guide, the largest share first. */
export function guidesToLookAt(rows: readonly HealthRow[]): StepToLookAt[] {
  const byGuide = Map.groupBy(rows, ({ pack, guide }) => `${pack}/${guide}`);
  const found = [...byGuide.values()].flatMap(stepsOfGuide);
  return found.sort((one, other) => sizeOf(other.share) - sizeOf(one.share));
}

const sizeOf = (share: Share): number => (share === 'most' ? 100 : typeof share === 'number' ? share : 0);

function stepsOfGuide(rows: readonly HealthRow[]): StepToLookAt[] {
  const newestFirst = [...rows].sort((one, other) => other.version - one.version || (one.week < other.week ? 1 : -1));
  const [newest] = newestFirst;
  if (!newest) return [];
  const { pack, guide, version, week, health } = newest;
  return Object.entries(health.steps).flatMap(([step, share]) => {
    if (!isTroubled(share)) return [];
    const known = newestFirst.flatMap((row) => {
      const own = row.health.steps[step];
      return own === undefined || own === 'withheld' ? [] : { version: row.version, week: row.week, share: own };
    });
    const end = known.findIndex((row) => !isTroubled(row.share));
    const run = end < 0 ? known : known.slice(0, end);
    const since = run.reduce((first, row) => (row.week < first ? row.week : first), week);
    const routes = health.routes.flatMap(({ route, steps }) => {
      const own = steps[step];
      return own === undefined || own === 'withheld' ? [] : { route, share: own };
    });
    const versions = known.filter((row, nth) => known.findIndex((one) => one.version === row.version) === nth);
    return { pack, guide, step, version, week, share, since, routes, versions };
  });
}
