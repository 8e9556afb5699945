// Tells from the text alone whether a JSON file is a trust policy that concerns a gateway of Kong's.

/** Longer files are no policies: AWS allows 4,096 characters for a trust policy. */
const longest = 200_000;

const trust = /"(sts:AssumeRole|AssumeRolePolicyDocument|aws:PrincipalArn)/i;
/** The word, or a role that is called after a network. */
const kong =
  /\bkong|konnect|-dataplane\b|:(role|assumed-role)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/i;

export function looksLikeTrustPolicy(text: string): boolean {
  return text.length <= longest && trust.test(text) && kong.test(text);
}
