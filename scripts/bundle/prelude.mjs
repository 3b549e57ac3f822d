/**
 * Stands in front of the bundle: which file this is, and where its assets are. In a thread of the executable only the executable's
 * name is known. `mbpackUrl` lies as deep below the assets as a compiled file below the program's root: `../../schemas/` is assets/schemas/.
 */
export const PRELUDE = `var mbpackSea = (() => {
  const sea = process.getBuiltinModule ? process.getBuiltinModule('node:sea') : require('node:sea');
  return sea.isSea() ? sea : undefined;
})();
var mbpackFile = mbpackSea ? process.execPath : __filename;
var mbpackFolder = require('node:path').dirname(mbpackFile);
var mbpackAssets = require('node:path').join(mbpackFolder, 'assets');
var mbpackUrl = require('node:url').pathToFileURL(require('node:path').join(mbpackAssets, 'dist', 'bundle', 'mbpack.cjs')).href;
function mbpackLate(name, text) {
  const module = { exports: {} };
  const names = ['module', 'exports', 'require', 'mbpackUrl', 'mbpackAssets', 'mbpackFile'];
  const program = require('node:vm').compileFunction(text, names, { filename: mbpackFile + ':' + name });
  program(module, module.exports, require, mbpackUrl, mbpackAssets, mbpackFile);
  return module.exports;
}
`;
