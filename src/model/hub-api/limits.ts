/** Comments that one item of feedback may have. */
export const MAX_COMMENTS_PER_FEEDBACK = 20;
