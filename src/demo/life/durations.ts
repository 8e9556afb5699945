// How long things take in the demo: the order in which they finish is Konnect's, the minutes are seconds here.

const second = 1000;

export const durations = {
  networkStarts: 2 * second,
  networkReady: 40 * second,
  networkGone: 15 * second,
  groupStarts: 2 * second,
  groupReady: 25 * second,
  groupChanged: 10 * second,
  groupGone: 12 * second,
  domainStarts: 2 * second,
  domainCname: 12 * second,
  domainReady: 25 * second,
  domainGone: 6 * second,
  attachmentStarts: 8 * second,
  attachmentAnswered: 20 * second,
  attachmentGone: 10 * second,
  addOnReady: 20 * second,
  addOnGone: 10 * second,
  /** The first node of a control plane; each further one takes `nodeStep` longer. */
  nodeFollows: 4 * second,
  nodeStep: 3 * second,
  /** A node that is behind the others. */
  nodeLags: 90 * second,
  nodePing: 15 * second,
} as const;
