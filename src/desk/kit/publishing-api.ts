import type { Draft, DraftDetail, DraftList } from '../../model/hub-api/drafts.ts';
import type { PackChanges, PackVersions, Reach, Release } from '../../model/hub-api/releases.ts';
import type { SigningKeyList } from '../../model/hub-api/signing-keys.ts';
import { jsonMemberText } from '../../model/text/json-members.ts';
import { type ApiResult, toApiResult } from './api-result.ts';
import { createDeskRequests, jsonOf, type Seen } from './desk-requests.ts';

/** A draft, with its content as the JSON text that is stored. */
export interface LoadedDraft extends DraftDetail {
  text: string;
}

/** The part of the hub's API with which packs are written, reviewed and released. */
export interface PublishingApi {
  drafts: (signal?: AbortSignal) => Promise<ApiResult<DraftList>>;
  draft: (id: string, signal?: AbortSignal) => Promise<ApiResult<LoadedDraft>>;
  /** `text` is JSON. */
  makeDraft: (text: string) => Promise<ApiResult<Draft>>;
  saveDraft: (draft: Seen<'id'>, text: string) => Promise<ApiResult<Draft>>;
  changeDraft: (draft: Seen<'id'>, action: 'submit' | 'withdraw' | 'discard') => Promise<ApiResult<Draft>>;
  approveDraft: (draft: Seen<'id'>, approval: { contentHash: string; comment?: string }) => Promise<ApiResult<Draft>>;
  returnDraft: (draft: Seen<'id'>, comment: string) => Promise<ApiResult<Draft>>;
  publishDraft: (draft: Seen<'id'>, reach: Reach) => Promise<ApiResult<Release>>;
  versions: (pack: string, signal?: AbortSignal) => Promise<ApiResult<PackVersions>>;
  changesBetween: (pack: string, versions: { from: number; to: number }) => Promise<ApiResult<PackChanges>>;
  setReach: (pack: string, release: Pick<Release, 'version' | 'revision'>, reach: Reach) => Promise<ApiResult<Release>>;
  stopRelease: (pack: string, release: Pick<Release, 'version' | 'revision'>, reason: string) => Promise<ApiResult<Release>>;
  switchOff: (pack: Seen<'pack'>, reason: string) => Promise<ApiResult<PackVersions>>;
  switchOn: (pack: Seen<'pack'>) => Promise<ApiResult<PackVersions>>;
  rollBack: (pack: Seen<'pack'>, to: number) => Promise<ApiResult<PackVersions>>;
  signingKeys: (signal?: AbortSignal) => Promise<ApiResult<SigningKeyList>>;
  makeSigningKey: () => Promise<ApiResult<SigningKeyList>>;
  changeSigningKey: (kid: string, action: 'activate' | 'retire') => Promise<ApiResult<SigningKeyList>>;
}

async function readDraft(response: Response): Promise<LoadedDraft> {
  const json = await response.text();
  return { ...(JSON.parse(json) as DraftDetail), text: jsonMemberText(json, 'content') ?? '' };
}

/** What a person wrote is sent and shown as text: parsing it and writing it again could change it. */
export function createPublishingApi(origin: string): PublishingApi {
  const { send, ask } = createDeskRequests(origin);
  const versionPath = (pack: string, version: number) => `/packs/${pack}/versions/${version}`;
  return {
    drafts: (signal) => ask('GET /drafts', { signal }),
    draft: (id, signal) => toApiResult(send(`GET /drafts/${id}`, { signal }), readDraft),
    makeDraft: (text) => ask('POST /drafts', { body: `{"content":${text}}` }),
    saveDraft: ({ id, revision }, text) => ask(`PUT /drafts/${id}`, { revision, body: `{"content":${text}}` }),
    changeDraft: ({ id, revision }, action) =>
      ask(action === 'discard' ? `DELETE /drafts/${id}` : `POST /drafts/${id}/${action}`, { revision }),
    approveDraft: ({ id, revision }, approval) => ask(`POST /drafts/${id}/approve`, jsonOf(revision, approval)),
    returnDraft: ({ id, revision }, comment) => ask(`POST /drafts/${id}/return`, jsonOf(revision, { comment })),
    publishDraft: ({ id, revision }, reach) => ask(`POST /drafts/${id}/publish`, jsonOf(revision, reach)),
    versions: (pack, signal) => ask(`GET /packs/${pack}/versions`, { signal }),
    changesBetween: (pack, { from, to }) => ask(`GET /packs/${pack}/changes?from=${from}&to=${to}`),
    setReach: (pack, { version, revision }, reach) => ask(`PUT ${versionPath(pack, version)}/reach`, jsonOf(revision, reach)),
    stopRelease: (pack, { version, revision }, reason) =>
      ask(`POST ${versionPath(pack, version)}/stop`, jsonOf(revision, { reason })),
    switchOff: ({ pack, revision }, reason) => ask(`POST /packs/${pack}/off`, jsonOf(revision, { reason })),
    switchOn: ({ pack, revision }) => ask(`POST /packs/${pack}/on`, { revision }),
    rollBack: ({ pack, revision }, to) => ask(`POST /packs/${pack}/roll-back`, jsonOf(revision, { to })),
    signingKeys: (signal) => ask('GET /signing-keys', { signal }),
    makeSigningKey: () => ask('POST /signing-keys'),
    changeSigningKey: (kid, action) => ask(`POST /signing-keys/${encodeURIComponent(kid)}/${action}`),
  };
}
