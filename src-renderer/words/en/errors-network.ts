import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { type ErrorWords, isVendor } from '../error-text.ts';
import { vendorFirst, vendorOr } from './error-subjects.ts';

/** Between this computer and the vendor, and what the vendor answers. */
export const networkErrors = {
  offline: () => ({
    title: 'This computer is offline',
    reason: 'There is no connection to the internet.',
    nextStep: 'Check your network; Docket goes on by itself when it is back.',
    meanwhile: 'Check your network',
  }),
  unreachable: (subject) => ({
    title: `Docket can’t reach ${vendorOr(subject)}`,
    reason: 'The address did not answer.',
    nextStep: 'Check your internet connection and the address of the connection.',
    meanwhile: 'Check your internet connection',
  }),
  timeout: (subject) => ({
    title: `${vendorFirst(subject)} takes too long`,
    reason: 'No answer came in time.',
    nextStep: 'Try again in a little while.',
  }),
  'connection-lost': (subject) => ({
    title: 'The connection broke off',
    reason: `The answer of ${vendorOr(subject)} did not arrive whole. What was collected is kept.`,
    nextStep: 'Try again; Docket goes on from there.',
  }),
  'certificate-untrusted': (subject) => ({
    title: `The identity of ${vendorOr(subject)} can’t be confirmed`,
    reason: 'It showed no certificate that this computer trusts, so nothing was sent.',
    nextStep: 'Check the address and this computer’s date, or ask your IT support.',
  }),
  'proxy-sign-in': () => ({
    title: 'Your network asks for a sign-in',
    reason: 'The proxy between this computer and the internet wants a name and a password.',
    nextStep: 'Sign in to your network, or ask your IT support; then try again.',
  }),
  'proxy-unreachable': () => ({
    title: 'Your network’s proxy does not let Docket through',
    reason: 'Between this computer and the internet stands a proxy, and it did not pass the request on.',
    nextStep: 'Check the proxy in this computer’s network settings, or ask your IT support; then try again.',
    meanwhile: 'Check the proxy in this computer’s network settings',
  }),
  'not-the-vendor': (subject) => ({
    title: `Something else answered in place of ${vendorOr(subject)}`,
    reason: 'A web page came where data belongs, such as the sign-in page of a guest network.',
    nextStep: 'Open a web page in your browser to sign in to the network, then try again.',
    meanwhile: 'Open a web page in your browser to sign in to the network',
  }),
  'redirect-refused': (subject) => ({
    title: `${vendorFirst(subject)} sent Docket elsewhere`,
    reason: 'The answer pointed to another address, and your sign-in is not given to strangers.',
    nextStep: 'Check the address of the connection.',
  }),
  'sign-in-refused': (subject) => ({
    title: `${vendorFirst(subject)} refused the sign-in`,
    reason: 'The names or the secret of this connection are not accepted.',
    nextStep: 'Open the connection and enter them again.',
  }),
  'permission-denied': (subject) => ({
    title: `${vendorFirst(subject)} does not allow this`,
    reason: 'The sign-in works, but this account may not do it.',
    nextStep: 'Ask whoever manages the account for permission to export.',
  }),
  'clock-wrong': (subject) => ({
    title: 'This computer’s clock seems wrong',
    reason: `${vendorFirst(subject)} refuses requests that are dated too early or too late.`,
    nextStep: 'Set the date and time of this computer, then try again.',
  }),
  'not-found': (subject) => ({
    title: `${isVendor(subject) ? subject : 'The vendor'} does not find this`,
    reason:
      subject === undefined || isVendor(subject)
        ? 'There is nothing under this number or name in this account.'
        : `There is nothing under “${subject}” in this account.`,
    nextStep: 'Check the number or name, and the connection that you chose.',
  }),
  'rate-limited': (subject) => ({
    title: `${vendorFirst(subject)} asks Docket to wait`,
    reason: 'Only so many requests are allowed in a given time, and they are used up.',
    nextStep: 'Wait a little; then it can go on.',
  }),
  'vendor-unavailable': (subject) => ({
    title: `${vendorFirst(subject)} has trouble`,
    reason: 'The service answered that it can’t work at the moment.',
    nextStep: 'Try again later.',
  }),
  'request-rejected': (subject) => ({
    title: `${vendorFirst(subject)} did not accept this`,
    reason: 'Its own words are under “Details”.',
    nextStep: 'Change what was asked for, then try again.',
  }),
  'answer-empty': (subject) => ({
    title: `${vendorFirst(subject)} gave an empty answer`,
    reason: 'The request arrived, but nothing came back.',
    nextStep: 'Try again; if it stays so, tell the vendor.',
  }),
  'answer-malformed': (subject) => ({
    title: `Docket can’t read the answer of ${vendorOr(subject)}`,
    reason: 'It does not have the form that the vendor describes.',
    nextStep: 'Try again; if it stays so, tell the vendor.',
  }),
  'answer-too-large': (subject) => ({
    title: `The answer of ${vendorOr(subject)} is too large`,
    reason: 'It is far beyond what such an answer holds, so it was not read further.',
    nextStep: 'Check the address of the connection; if it is right, tell the vendor.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
