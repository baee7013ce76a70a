/** Changes of items that one request may have. */
export const MAX_CHANGES_AT_ONCE = 200;

/** Items of the inbox are counted up to this many: a hub with millions of them must not read them all for each page. */
export const MAX_COUNTED_INBOX_ITEMS = 1000;
