import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { createArchive } from './archive/create-archive.ts';
import type { JobBook } from './jobs/job-book.ts';
import type { SqliteLedger } from './jobs/sqlite-ledger.ts';
import type { Disk } from './retrieval/disk.ts';
import type { FileChecks } from './retrieval/file-checks-port.ts';
import { createReviewInsight } from './review/review-insight.ts';
import { reviewLimits } from './review/review-limits.ts';
import { createReviewMemory } from './review/review-memory.ts';
import { createReviewSaves } from './review/review-saves.ts';
import { createReviewService } from './review/review-service.ts';
import { noOutlets, type RoomPorts } from './room-ports.ts';
import type { SettingsStore } from './settings/settings-store.ts';

export interface CollectedParts {
  readonly book: JobBook;
  readonly ledger: SqliteLedger;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly disk: Disk;
  readonly checks: FileChecks;
}

/** The rooms for what lies on this disk: looking at it, saving a part of it, and the proof of what was done. */
export function composeReview(ports: RoomPorts, parts: CollectedParts) {
  const { clock, emit, ids, log, profile, storeFile, user } = ports;
  const { book, ledger, settings, disk, checks } = parts;
  const reviewMemory = createReviewMemory(storeFile('review'));
  const review = createReviewService({
    folder: path.join(profile, 'review'),
    limits:
      ports.reviewLimits ??
      reviewLimits(
        { memoryBytes: totalmem(), processors: availableParallelism() },
        settings.get().reviewMemory,
      ),
    spawn: ports.spawnReview,
    book,
    ledger,
    memory: reviewMemory,
    log,
    clock,
    ids,
    onChange: (change) => emit('review-changed', change),
  });
  const insight = createReviewInsight({ review, book, ledger, memory: reviewMemory });
  const archive = createArchive({
    book,
    ledger,
    disk,
    checks,
    clock,
    user,
    log,
    ids,
    choosePlace: ports.desktop.choosePlace,
    folder: () => settings.get().downloadsFolder,
    ...(ports.outlets ?? noOutlets),
    onProgress: (progress) => emit('proof-progress', progress),
  });
  const saves = createReviewSaves({ review, place: archive.place });
  return { review, insight, archive, saves };
}
