import type { LeafCounts, Member } from './count-table.ts';

/** A number about people that may be published, if the gateway lets it through: who counts, in which groups, and in which columns. */
export interface Statistic {
  id: string;
  /** Name of the population: statistics with the same one count the same people in the same groups. */
  population: string;
  /** What is measured about a person, such as `task:orders/invoice`. A union of two measures names both. */
  measures: readonly string[];
  /**
   * In order of precedence: who would be in several is in the first. The last is for people of whom nothing is known, and for those who
   * have left.
   */
  columns: readonly string[];
  people: readonly StatisticMember[];
}

export interface StatisticMember extends Member {
  /** A time of this person, in milliseconds. Times are published of the first column. */
  ms?: number;
}

/** Somebody in an edition, and the week in which they were not there any more. */
export type EditionMember = Omit<Member, 'column'> & { left?: string };

/** The counts of one week, by leaf. */
interface EditionVersion {
  week: string;
  leaves: LeafCounts[];
}

/** What has been published of a statistic about the same people, and what it takes to publish more. */
export interface Edition {
  statistic: string;
  population: string;
  measures: readonly string[];
  columns: readonly string[];
  /** The Monday on which the people of its population were chosen. */
  since: string;
  width: number;
  members: EditionMember[];
  /** Cells that are withheld in all weeks, by `cellKey`. */
  withheld: string[];
  /** Oldest first. */
  versions: EditionVersion[];
  /** The typical time in the first column when the edition began. */
  typicalMs?: number;
}
