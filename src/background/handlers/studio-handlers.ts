import type { AppOrigin } from '../../messaging/message-router.ts';
import type { Refusal } from '../../messaging/result.ts';
import { mayRecordAnywhere, mayRecordIn } from '../../policy/may-record.ts';
import { UnfitDraftError } from '../studio/unfit-draft-error.ts';
import { createStudioDraftHandlers } from './studio-draft-handlers.ts';
import type { StudioHandlers, StudioHandlersDeps } from './studio-handlers-deps.ts';
import { createStudioModeHandlers } from './studio-mode-handlers.ts';
import { createStudioProposalHandlers } from './studio-proposal-handlers.ts';
import { createStudioTrialHandlers } from './studio-trial-handlers.ts';

const NOT_ALLOWED: Refusal = { ok: false, why: 'Your organisation does not allow recording here.' };

/** Their owner may see and withdraw what they proposed, also after permission to record was taken back. */
const ALWAYS_ALLOWED: ReadonlySet<string> = new Set([
  'studio.state',
  'studio.proposals',
  'studio.withdraw',
] satisfies (keyof StudioHandlers)[]);

/** Everything that the studio is asked. What the policy does not allow is refused before anything is looked at, and a failure is said. */
export function createStudioHandlers(deps: StudioHandlersDeps): StudioHandlers {
  const { policy } = deps;
  const handlers = {
    ...createStudioModeHandlers(deps),
    ...createStudioTrialHandlers(deps),
    ...createStudioDraftHandlers(deps),
    ...createStudioProposalHandlers(deps),
  } satisfies StudioHandlers;

  async function isAllowed(name: string, origin: Partial<AppOrigin>): Promise<boolean> {
    if (ALWAYS_ALLOWED.has(name)) return true;
    const inForce = await policy();
    return origin.app ? mayRecordIn(origin.app.id, inForce) : mayRecordAnywhere(inForce);
  }

  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (body: never, origin: never) => {
      if (!(await isAllowed(name, origin))) return NOT_ALLOWED;
      return handler(body, origin).catch((error: unknown) => ({ ok: false, why: failureText(error) }));
    },
  ]);
  return Object.fromEntries(guarded) as StudioHandlers;
}

function failureText(error: unknown): string {
  if (error instanceof UnfitDraftError) return error.message;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  if (isFull) return 'This disk is full, so nothing could be stored. Make room and try again.';
  return `This browser could not store it (${String(error).slice(0, 200)}). Try again, or restart the browser.`;
}
