import { type SQL, sql } from 'drizzle-orm';

/** Somebody who contributed, as far as the hub knows: an install, and the person that its policy names. */
export interface Contributor {
  install: string;
  person: string | null;
}

/** What contributions are counted by: the person where one is known, else the install. */
export const contributorKey = ({ install, person }: Contributor): string => person ?? install;

/**
 * The fewest people that the contributors can be, if nobody has more than `installsPerPerson` installs. Each named person counts once,
 * with any number of installs. An install without a person may be the other install of a named person; what is left of them counts as
 * one person for each `installsPerPerson`.
 *
 * This is the only place that decides how many people there are: nothing else may count installs and call them people.
 */
export function countPeople(contributors: readonly Contributor[], installsPerPerson: number): number {
  const installsByPerson = new Map<string, Set<string>>();
  const unnamed = new Set<string>();
  for (const { install, person } of contributors) {
    if (person === null) unnamed.add(install);
    else installsByPerson.set(person, (installsByPerson.get(person) ?? new Set()).add(install));
  }
  const others = [...installsByPerson.values()].map((own) => Math.max(0, installsPerPerson - own.size));
  const mayBelongToNamed = others.reduce((sum, one) => sum + one, 0);
  return installsByPerson.size + Math.floor(Math.max(0, unnamed.size - mayBelongToNamed) / installsPerPerson);
}

/**
 * The same count in SQL, for groups that are too many to be read: a query for `key` and `people`.
 *
 * @param reports name of a relation with the columns `key`, `install` and `person`, each install at most once for each key
 */
export function peopleByKey(reports: string, installsPerPerson: number): SQL {
  const [from, factor] = [sql.raw(reports), sql.raw(String(installsPerPerson))];
  return sql`
    select key, coalesce(named.people, 0) + greatest(0, coalesce(unnamed.installs, 0) - coalesce(named.others, 0)) / ${factor} as people
    from (
      select key, count(*) as people, sum(greatest(0, ${factor} - own))::bigint as others
      from (select key, person, count(*) as own from ${from} where person is not null group by key, person) as persons
      group by key
    ) as named
    full join (select key, count(*) as installs from ${from} where person is null group by key) as unnamed using (key)`;
}
