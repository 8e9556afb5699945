// Teach lua-language-server the plugin development kit.
import type { Services } from '../services';

export async function addDefinitions({ language }: Pick<Services, 'language'>): Promise<void> {
  const { definitions } = await language.get();
  await definitions.add();
}
