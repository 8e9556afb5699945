// Start the demo Konnect and connect to it; no account is needed.
import { connectDemo } from '../../host/connect';
import type { Services } from '../services';

export async function startDemo(
  needs: Pick<Services, 'client' | 'connections' | 'demo'>,
): Promise<void> {
  await connectDemo(needs);
}
