// Stands in for a package whose program is downloaded when it is installed: this one comes with its programs.
export { rgPath } from '@vscode/ripgrep-universal';
