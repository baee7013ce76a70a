import pg from 'pg';
import { vi } from 'vitest';

export interface SentStatement {
  text: string;
  values: unknown[];
}

/** The statements that this process sends to PostgreSQL while `act` runs, those of transactions included. */
export async function statementsOf(act: () => Promise<unknown>): Promise<SentStatement[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return query.mock.calls.map(([sent, values]: unknown[]) => ({
      text: typeof sent === 'string' ? sent : (sent as { text: string }).text,
      values: (values as unknown[] | undefined) ?? [],
    }));
  } finally {
    query.mockRestore();
  }
}
