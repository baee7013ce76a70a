/**
 * Scripts that follow the resident one where they are needed: `overlay` finds controls, draws and leads; `naming` names controls for records;
 * `content` presents notices, questions, replies and checklists; `panel` is the feedback panel; `friction` detects friction.
 */
export const pageScripts = ['overlay', 'naming', 'content', 'panel', 'modes', 'acts', 'friction'] as const;
export type PageScript = (typeof pageScripts)[number];
