// What a preview shows of the body of a plugin instance: its secrets stay out of the document.
import { isSecret } from '../../export/terraform/secrets';
import { maskSecrets } from '../../instances/masks';

export function maskedBody(body: unknown): unknown {
  return maskSecrets(body, isSecret).value;
}
