/** Items of the backlog are counted up to this many: a hub with millions of them must not read them all for each page. */
export const MAX_COUNTED_ITEMS = 1000;
