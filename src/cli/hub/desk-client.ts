import type { z } from 'zod';
import type { Terminal } from '../command.ts';
import { explainConnection } from '../explain-connection.ts';
import { explainStrangeAnswer, type HubProblem, readProblem } from './explain-answer.ts';
import { HOW_TO_SIGN_IN } from './hub-session.ts';

/** Longest wait for an answer: a hub on a slow line takes two megabytes in this time. */
const TIMEOUT_MS = 60_000;

/** The hub refuses, or cannot be asked. The message says what happened and what to do; it is printed, with exit code 1. */
export class HubRefusal extends Error {
  readonly kind: string;
  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface DeskRequest<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/desk/api`. */
  path: string;
  /** JSON, as text: a pack is sent as it was written. */
  json?: string;
  /** The revision that this is a change of. */
  revision?: number | undefined;
  answer: z.ZodType<T>;
}

export interface DeskClientDeps {
  hub: string;
  cookie?: string | undefined;
  env: Terminal['env'];
}

/** Asks the hub what people may ask at the desk, as the person who is signed in. Throws `HubRefusal`. */
export async function askDesk<T>(
  { hub, cookie, env }: DeskClientDeps,
  request: DeskRequest<T>,
): Promise<{ value: T; response: Response }> {
  const { method = 'GET', path, json, revision } = request;
  const headers = {
    accept: 'application/json',
    origin: new URL(hub).origin,
    ...(cookie !== undefined && { cookie }),
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  };
  let response: Response;
  let text: string;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    response = await fetch(`${hub}/desk/api${path}`, { method, headers, body: json ?? null, redirect: 'manual', signal });
    text = await response.text();
  } catch (error) {
    throw new HubRefusal('unreachable', explainConnection(error, { hub, env }));
  }
  return { value: readAnswer(request, { response, text, hub }), response };
}

function readAnswer<T>(
  { answer }: DeskRequest<T>,
  { response, text, hub }: { response: Response; text: string; hub: string },
): T {
  const body = parseJson(text);
  if (!response.ok) {
    const problem = readProblem(body);
    if (problem) throw new HubRefusal(problem.kind, sentences(problem));
    throw new HubRefusal('strange', explainStrangeAnswer(response, hub));
  }
  const parsed = answer.safeParse(response.status === 204 ? undefined : body);
  if (parsed.success) return parsed.data;
  throw new HubRefusal(
    'strange',
    `${hub} answered otherwise than this command expects. Use the command of the hub's own version.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the person at the command line does about a problem, where the hub's own advice is for the desk. */
const COMMAND_REMEDIES: Record<string, string> = {
  'not-signed-in': HOW_TO_SIGN_IN,
  'role-removed': HOW_TO_SIGN_IN,
  'confirmation-needed': `${HOW_TO_SIGN_IN} A sign-in by link needs no confirmation.`,
  'changed-meanwhile':
    'Read what it says now, with "cairn pack review ID --out FILE" for a draft, "cairn proposals read ID" for a proposal or "cairn pack versions ID" for a pack, and then repeat your change.',
  'other-content': 'Read the draft again with "cairn pack review ID", and approve the hash that it prints.',
  'unknown-draft': 'See "cairn pack drafts".',
  'unknown-proposal': 'See "cairn proposals list".',
};

const sentences = ({ kind, detail, remedy }: HubProblem): string => `${detail} ${COMMAND_REMEDIES[kind] ?? remedy}`.trim();
