/** What is known of an app: which names and addresses are its own rather than somebody's data. */
export interface AppKnowledge {
  /** Is every word of the name known to belong to the app? Numbers in it are judged here and need not be judged by the caller. */
  isAppWord(name: string): boolean;
  /** The route with each segment that is not known to be the app's replaced by `:id`. */
  discloseRoute(route: string): string;
}
