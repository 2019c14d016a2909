import { z } from 'zod';

/** What the window shows about quitting: nothing, the question, or that the answer to a commit is waited for. */
export const quitPhaseSchema = z.enum(['none', 'asking', 'waiting']);
export type QuitPhase = z.infer<typeof quitPhaseSchema>;

/** `shown`: the question is on screen. */
export const quitAnswerSchema = z.enum(['shown', 'keep-working', 'quit']);
export type QuitAnswer = z.infer<typeof quitAnswerSchema>;
