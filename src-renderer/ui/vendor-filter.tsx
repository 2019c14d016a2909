import { Choice } from './choice.tsx';
import { type VendorChoice, vendorChoices, vendorKey } from './vendor-choices.ts';

export interface VendorFilterProps {
  readonly label: string;
  /** What stands for no filter. */
  readonly every: string;
  readonly connections: Parameters<typeof vendorChoices>[0];
  readonly vendor: VendorChoice | null;
  readonly onVendor: (vendor: VendorChoice | null) => void;
}

/** Narrows a list to a vendor, or to one account at it. */
export function VendorFilter({ label, every, connections, vendor, onVendor }: VendorFilterProps) {
  const vendors = vendorChoices(connections);
  return (
    <Choice
      label={label}
      value={vendor === null ? '' : vendorKey(vendor)}
      options={[{ value: '', text: every }, ...vendors.map(({ key, text }) => ({ value: key, text }))]}
      onChoose={(key) => onVendor(vendors.find((each) => each.key === key)?.vendor ?? null)}
    />
  );
}
