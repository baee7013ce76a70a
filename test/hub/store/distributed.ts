/** The growing tables, and the column by which a distributed PostgreSQL would spread each; all others would be copied to every node. */
export const DISTRIBUTED: Record<string, string> = {
  entries: 'install',
  daily_usage: 'install',
  backlog_items: 'author_mark',
  erasures: 'mark',
  expired: 'mark',
  proposals: 'owner',
};
