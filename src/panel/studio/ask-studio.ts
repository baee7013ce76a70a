import type { z } from 'zod';
import type { Refusal } from '../../messaging/result.ts';
import type { studioMessages } from '../../messaging/studio-messages.ts';

type StudioMessages = typeof studioMessages;
export type StudioReply<N extends keyof StudioMessages> = ({ ok: true } & StudioMessages[N]['reply']) | Refusal;

/** Asks the background about recordings and drafts. */
export type AskStudio = <N extends keyof StudioMessages>(
  name: N,
  body: z.input<StudioMessages[N]['body']>,
) => Promise<StudioReply<N>>;
