/** Somebody who signs in at the desk. The access log shows the name. */
export interface Account {
  id: string;
  name: string;
}
