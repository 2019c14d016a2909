/** The boundaries of the house. Each rule is a sentence of the design; a break fails `npm test`. */
const electron = '(^|node_modules/)electron(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-missing',
      comment:
        'Every import leads somewhere. (The launcher finds its polyfills only where it is put together.)',
      severity: 'error',
      from: { path: '^(src-|test/|scripts/)', pathNot: '^scripts/runtime/[^/]+\\.cjs$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'electron-only-at-the-edge',
      comment:
        'What a room needs of Electron comes in as a port; so that it runs and is tested in plain Node.',
      severity: 'error',
      from: {
        path: '^src-',
        pathNot: '^(src-main/(shell|bridge)/|src-main/index\\.ts$|src-preload/index\\.ts$)',
      },
      to: { path: electron },
    },
    {
      name: 'contract-is-self-contained',
      comment: 'The contract imports zod and itself: both sides and the sandboxed preload carry it.',
      severity: 'error',
      from: { path: '^src-preload/contract/' },
      to: { pathNot: '^(src-preload/contract/|node_modules/zod/)' },
    },
    {
      name: 'main-sees-only-the-contract',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: '^src-(renderer|preload)/', pathNot: '^src-preload/contract/' },
    },
    {
      name: 'renderer-sees-only-the-contract',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-(main|preload)/', pathNot: '^src-preload/contract/' },
    },
    {
      name: 'preload-sees-only-the-contract',
      severity: 'error',
      from: { path: '^src-preload/' },
      to: { path: '^src-(main|renderer)/' },
    },
    {
      name: 'no-node-in-the-page',
      comment: 'The renderer is sandboxed.',
      severity: 'error',
      from: { path: '^src-(renderer|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'providers-know-no-work',
      comment: 'A provider does not know what is done with its exports.',
      severity: 'error',
      from: { path: '^src-main/providers/' },
      to: { path: '^src-main/(jobs|retrieval|commit|shell|bridge)/' },
    },
    {
      name: 'work-knows-providers-by-their-interface',
      severity: 'error',
      from: { path: '^src-main/(jobs|retrieval|commit)/' },
      to: { path: '^src-main/providers/', pathNot: '^src-main/providers/provider\\.ts$' },
    },
    {
      name: 'what-runs-by-itself-commits-nothing',
      comment: 'Schedules and collecting by itself ask and collect; a commit is always a person’s.',
      severity: 'error',
      from: { path: '^src-main/schedules/' },
      to: { path: '^src-main/(commit|review|providers|shell|bridge)/' },
    },
    {
      name: 'providers-do-not-know-each-other',
      comment: 'A new vendor is one new folder.',
      severity: 'error',
      from: { path: '^src-main/providers/(mypreferences|mytracker|crayon)/' },
      to: {
        path: '^src-main/providers/(mypreferences|mytracker|crayon)/',
        pathNot: '^src-main/providers/$1/',
      },
    },
    {
      name: 'practice-vendors-stand-alone',
      comment: 'They play the other side: what they share with a client would hide its mistakes.',
      severity: 'error',
      from: { path: '^src-main/practice/[^/]+/' },
      to: { path: '^src-', pathNot: '^(src-main/practice/|src-preload/contract/)' },
    },
    {
      name: 'screens-speak-the-page-language',
      comment: 'Screens take their words from words.ts, whatever the language.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '^src-renderer/words/' },
      to: { path: '^src-renderer/words/(en|ru|nb)(/|\\.ts$)' },
    },
    {
      name: 'languages-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src-renderer/words/(en|ru|nb)/' },
      to: { path: '^src-renderer/words/(en|ru|nb)/', pathNot: '^src-renderer/words/$1/' },
    },
    {
      name: 'sources-import-no-tests',
      severity: 'error',
      from: { path: '^src-' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
