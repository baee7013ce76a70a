/** Throws unless a claim holds: the scene that made it is then not seen. */
export function assertClaim(holds: boolean, claim: string): void {
  if (!holds) throw new Error(`It does not hold that ${claim}.`);
}
