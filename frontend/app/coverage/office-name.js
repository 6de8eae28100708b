/** "Serviciul … Gherla" is long for a legend; what differs is the town at the end. */
export const serviceTown = (name) => name.replace(/^.*(?:persoanelor|SPCLEP)[- ]+/i, '');

/** "Oficiul de stare civilă Aiton" as "Aiton". */
export const civilStatusPlace = (name) => name.replace(/^Oficiul de stare civilă\s+/i, '');
