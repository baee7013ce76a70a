/**
 * The rules that protect people in published numbers, by name. The hub applies all of them (`publish-week.ts`). They can be switched off
 * one by one so that the tests can show that each of them prevents an attack; an architecture rule keeps that out of the product.
 */
export interface ProtectionRules {
  /** The threshold counts people, so several installs of one person are one. */
  countsPeople: boolean;
  /** A cell with fewer people than the threshold is withheld. */
  withholdsSmall: boolean;
  /** Further cells are withheld until each small one could be as many different counts as the threshold, whatever is summed. */
  withholdsPartners: boolean;
  /** Partners are chosen for a reader who knows how many people each group has. */
  assumesKnownSizes: boolean;
  /** What is measured about a person is published once, by one division into groups. */
  publishesOneCut: boolean;
  /** A share is worded so that at least three counts fit. */
  wordsFitSeveralCounts: boolean;
  /** A count stands until it differs by the threshold from every count that was published before. */
  figuresStand: boolean;
  /** What has to differ grows by the number of people who are no longer there. */
  addsLeavers: boolean;
  /** The same cells are withheld in all weeks of an edition. */
  withholdsTheSame: boolean;
  /** An edition counts the same people in all its weeks. */
  countsTheSamePeople: boolean;
  /** A new edition replaces one only if the two together settle nothing about anybody. */
  comparesEditions: boolean;
  /** A time is a mean in two significant digits, never the time of one person. */
  averagesTimes: boolean;
}

export const ALL_RULES: ProtectionRules = {
  countsPeople: true,
  withholdsSmall: true,
  withholdsPartners: true,
  assumesKnownSizes: true,
  publishesOneCut: true,
  wordsFitSeveralCounts: true,
  figuresStand: true,
  addsLeavers: true,
  withholdsTheSame: true,
  countsTheSamePeople: true,
  comparesEditions: true,
  averagesTimes: true,
};
