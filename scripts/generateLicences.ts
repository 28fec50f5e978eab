/** Writes down whose code the bundles hold: `npm run licences`, after any change of what is bundled. */
import { writeFileSync } from 'node:fs';
import { LICENCES_FILE, thirdPartyLicences } from './licences/thirdParty';

void thirdPartyLicences().then(text => writeFileSync(LICENCES_FILE, text));
