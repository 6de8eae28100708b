/** Starts the dashboard: words first, then the shell; the figures are asked for at once, they take longest. */
import { preferredLanguage, useLanguage } from '../parts/i18n.js';
import { route } from './route.js';
import { county, me, needsByUat, uats } from './store.js';

me.ensure();
county.ensure();
if (route().workspace === 'harta') {
  uats.ensure();
  needsByUat.ensure();
}
await useLanguage(preferredLanguage());
await import('./caravana-app.js');
