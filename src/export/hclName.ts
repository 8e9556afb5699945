// Names of blocks in HCL, the language of Terraform.

/** A name for a block: letters, digits and underscores, with a letter first. */
export function hclName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) ? name : `r_${name}`;
}
