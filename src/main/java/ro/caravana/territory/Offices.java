package ro.caravana.territory;

/** Offices that follow from the list of UATs. */
final class Offices {
    private Offices() {}

    /** Every UAT has a civil status office at its town hall. */
    static Office civilStatus(Uat uat) {
        return new Office(
                "OSC-" + uat.siruta(),
                Office.Kind.CIVIL_STATUS,
                "Oficiul de stare civilă " + uat.name(),
                uat.siruta(),
                uat.position(),
                uat.townHallAddress());
    }

    /** Where a folder lists no services: towns have one, with the id the register feed would use. */
    static Office localService(Uat town) {
        return new Office(
                "SPCLEP-" + PlaceNames.key(town.name()).replace(' ', '-'),
                Office.Kind.LOCAL_SERVICE,
                "Serviciul local de evidență a persoanelor " + town.name(),
                town.siruta(),
                town.position(),
                town.townHallAddress());
    }
}
