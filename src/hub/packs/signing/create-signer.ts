import type { Signer } from '../../http/signer.ts';
import type { Store } from '../../store/store.ts';
import { createCommandSigner } from './command-signer.ts';
import { createFileSigner } from './file-signer.ts';
import { chooseSigningSecret, type SecretSettings } from './signing-secret.ts';

export interface SignerSettings extends SecretSettings {
  CAIRN_SIGNER_COMMAND?: string | undefined;
}

/** The signer that the settings name: the program if there is one, else the store. */
export const createSigner = (store: Store, settings: SignerSettings): Signer =>
  settings.CAIRN_SIGNER_COMMAND
    ? createCommandSigner(settings.CAIRN_SIGNER_COMMAND)
    : createFileSigner({ store, secret: chooseSigningSecret(settings) });
