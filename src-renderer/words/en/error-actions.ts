/** Labels of what an error offers to do. */
export const errorActions = {
  tryAgain: 'Try again',
  editConnection: 'Open the connection',
  chooseFolder: 'Choose another folder',
  repeatExport: 'Ask for it again',
  collectAgain: 'Collect again',
  settleCommit: 'Check now',
} as const;
