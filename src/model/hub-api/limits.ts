/** Comments that one item of feedback may have. */
export const MAX_COMMENTS_PER_FEEDBACK = 20;

/** Characters of comments that the desk is given with one item of feedback. */
export const MAX_COMMENT_CHARS_PER_ITEM = 8000;
