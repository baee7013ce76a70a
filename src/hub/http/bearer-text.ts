import type { Context } from 'hono';

/** The secret in the `Authorization` header, if there is one that could be valid. */
export const bearerText = (c: Context): string | undefined =>
  /^Bearer +([\w.~+/-]{1,500}=*) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
