import type { Job } from '../../../../src-main/jobs/job.ts';
import type { World } from '../the-world.ts';
import type { Vendor, VendorExport } from '../vendors/vendor.ts';

/** The vendor's side of a job; null when its secret reference is no longer in the keychain. */
export function exportOf(
  world: World,
  job: Job,
): { readonly vendor: Vendor; readonly held: VendorExport } | null {
  const vendor = world.vendors.find(({ provider }) => provider === job.provider);
  const reference =
    job.provider === 'mypreferences' ? world.kept.get(`${job.connectionId}/export.${job.id}`) : job.reference;
  const held = vendor?.exports.find((one) => one.reference === reference);
  return vendor === undefined || held === undefined ? null : { vendor, held };
}
