// Behind this file's own name comes the program that the app wanted to run here, then its arguments.
require('./polyfills.cjs');
const [program] = process.argv.splice(2, 1);
process.argv[1] = program;
require(program);
