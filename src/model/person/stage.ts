/**
 * How far a person is with a task, by how often they complete it. Computed on their device and kept there; only guides that ask for a
 * stage are chosen by it.
 */
export const stages = ['power', 'habitual', 'novice', 'low', 'none', 'lapsed'] as const;
export type Stage = (typeof stages)[number];
