// Stands in for a native module that npm cannot bring ready-made: VS Code's Git extension does not start without it.
const { constants, copyFileSync, promises } = require('node:fs');

exports.constants = constants;
exports.copyFile = promises.copyFile;
exports.copyFileSync = copyFileSync;
exports.cp = promises.cp;
exports.isCloneSupported = () => false;
