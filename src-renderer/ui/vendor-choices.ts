import type { ProviderId } from '../../src-preload/contract/ids.ts';
import { words } from '../words/words.ts';

export interface VendorChoice {
  readonly provider: ProviderId;
  /** Null: every connection of the vendor. */
  readonly connectionName: string | null;
}

export const vendorKey = ({ provider, connectionName }: VendorChoice): string =>
  connectionName === null ? provider : `${provider}/${connectionName}`;

/** Each vendor, and below it its connections where it has more than one. */
export function vendorChoices(
  connections: readonly { readonly provider: ProviderId; readonly connectionName: string }[],
): readonly {
  readonly key: string;
  readonly text: string;
  readonly vendor: VendorChoice;
}[] {
  const providers = [...new Set(connections.map(({ provider }) => provider))];
  return providers.flatMap((provider) => {
    const own = connections.filter((each) => each.provider === provider && each.connectionName !== '');
    const all: VendorChoice = { provider, connectionName: null };
    const name = words.vendors.shortName(provider);
    return [
      { key: vendorKey(all), text: name, vendor: all },
      ...(own.length < 2
        ? []
        : own.map((vendor) => ({
            key: vendorKey(vendor),
            text: [name, vendor.connectionName].join(' · '),
            vendor,
          }))),
    ];
  });
}
