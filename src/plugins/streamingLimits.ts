// What Konnect accepts of a streamed plugin's files.
import { documentedBytes, maximumBytes } from '../lua/plugin/fileSize';

export { documentedBytes, maximumBytes };

/** Nothing larger is even read: Konnect's console refuses from 1 MB on, and no editor wants it either. */
export const readableBytes = 1_048_576;

/** How bad a size in bytes is. */
export function judgeSize(bytes: number): 'error' | 'warning' | 'fine' {
  if (bytes > maximumBytes) return 'error';
  return bytes > documentedBytes ? 'warning' : 'fine';
}
