/**
 * Stage of a person with a task, by how often they complete it. Computed and stored on their device; only guides that ask for a
 * stage are selected by it.
 */
export const stages = ['power', 'habitual', 'novice', 'low', 'none', 'lapsed'] as const;
export type Stage = (typeof stages)[number];
