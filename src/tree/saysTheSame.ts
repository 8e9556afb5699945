// Tells whether a row that was read again has anything new to say.
import type { TreeNode } from './nodes/node';

export function saysTheSame(now: TreeNode, before: TreeNode | undefined): boolean {
  if (before === undefined) return false;
  const [one, other] = [now.item(), before.item()];
  return (
    one.label === other.label &&
    one.description === other.description &&
    one.accessibilityInformation?.label === other.accessibilityInformation?.label
  );
}
