/** Starts the dashboard. The figures are asked for first, they take longest; the shell waits only for its words. */
import { preferredLanguage, useLanguage } from '../parts/i18n.js';
import { route } from './route.js';
import { county, me, needsByUat, uats } from './store.js';

me.ensure();
county.ensure();
if (route().workspace === 'harta') {
  uats.ensure();
  needsByUat.ensure();
  import('./harta/harta-workspace.js');
}
await useLanguage(preferredLanguage());
await import('./caravana-app.js');
