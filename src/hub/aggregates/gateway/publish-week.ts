import { type PresentedGroup, presentEdition } from './present-edition.ts';
import { ALL_RULES } from './protection-rules.ts';
import { type PublishedScore, publishScore } from './publish-score.ts';
import { publishUnderRules, type WeekToPublish } from './publish-under-rules.ts';
import type { Edition } from './statistic.ts';

/** The gateway: every count of people is published by this function, under all rules of protection. */
export const publishWeek = (week: WeekToPublish): Edition[] => publishUnderRules(week, ALL_RULES);

/** What may be shown of an edition. */
export const presentWeek = (edition: Edition): PresentedGroup[] => presentEdition(edition, ALL_RULES);

/** What may be shown of ratings, of people who are in no other score of theirs. */
export const publishRatings = (ratings: readonly number[]): PublishedScore | undefined => publishScore(ratings);
