// Electron 25.1.1 from the package comes without its default app. This one stands in for it: it loads the app whose
// folder is on the command line (the first argument that is no switch, or --app=DIR), after the modules named with
// -r, as `electron -r MODULE DIR` does.
require('./polyfills.cjs');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app, utilityProcess } = require('electron');

const modules = [];
let folder = '.';
for (let at = 1; at < process.argv.length; at++) {
  const argument = process.argv[at];
  if (argument === '-r' || argument === '--require') modules.push(process.argv[++at]);
  else if (argument.startsWith('--app=')) folder = argument.slice('--app='.length);
  else if (!argument.startsWith('-')) folder = argument;
  else continue;
  if (argument !== '-r' && argument !== '--require') break;
}
folder = resolve(folder);

// A utility process starts without this file: it gets the same polyfills before its own first line.
const fork = utilityProcess.fork;
utilityProcess.fork = (program, args = [], options = undefined) =>
  fork(join(__dirname, 'utility.cjs'), [program, ...args], options);

try {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = about.productName ?? about.name;
  app.setAppPath(folder);
  app.setName(name);
  app.setVersion(about.version ?? '0.0.0');
  if (!app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', join(app.getPath('appData'), name));
  for (const module of modules) require(resolve(module));
  require(join(folder, about.main ?? 'index.js'));
} catch (error) {
  process.stderr.write(`The app in ${folder} could not be started.\n${error.stack ?? error}\n`);
  app.exit(1);
}
