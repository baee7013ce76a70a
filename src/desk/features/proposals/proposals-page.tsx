import { useEffect } from 'preact/hooks';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { ProposalList } from './proposal-list.tsx';
import { ProposalPage } from './proposal-page.tsx';

/** What colleagues propose; or the proposal that the address names. */
export function ProposalsPage(desk: DeskDeps) {
  const { proposal } = desk.router.route.value;
  useEffect(() => {
    document.title = `${proposal ? 'Proposal' : 'Proposals'} · Cairn desk`;
  }, [proposal]);
  return proposal ? <ProposalPage key={proposal} id={proposal} {...desk} /> : <ProposalList {...desk} />;
}
