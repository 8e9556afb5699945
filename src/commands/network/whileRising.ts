// While an attachment that was made is not ready yet: its row is there, and a reload of the window does not forget it.
import { type AttachmentNote, keyOf } from '../openWork/notes';
import type { Services } from '../services';
import { refreshNetwork } from './refreshNetwork';

export function whileRising(
  needs: Pick<Services, 'explorer' | 'panels' | 'openWork'>,
  kind: AttachmentNote['kind'],
  networkId: string,
) {
  return <T extends { readonly id: string; readonly name: string }>(
    { id, name }: T,
    wait: () => Promise<T>,
  ): Promise<T> => {
    const note = { kind, networkId, id, name };
    refreshNetwork(needs, networkId);
    return needs.openWork.during(keyOf(note), note, wait);
  };
}
