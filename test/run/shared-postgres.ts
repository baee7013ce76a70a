import { inject } from 'vitest';
import { createDatabaseIn } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the database `postgres` of the server that `global-postgres.ts` started. */
    postgresUrl: string;
  }
}

/** Address of a new, empty database on the run's PostgreSQL. It goes with the server. */
export const createDatabase = (): Promise<string> => createDatabaseIn(inject('postgresUrl'));

/** Address of the server's own database, for questions about the server. */
export const serverUrl = (): string => inject('postgresUrl');
