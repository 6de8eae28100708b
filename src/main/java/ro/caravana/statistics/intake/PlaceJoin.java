package ro.caravana.statistics.intake;

import ro.caravana.territory.Level;
import ro.caravana.territory.PlaceMatch;
import ro.caravana.territory.PlaceMatch.Ambiguous;
import ro.caravana.territory.PlaceMatch.Matched;
import ro.caravana.territory.PlaceMatch.Unknown;
import ro.caravana.territory.PlaceMatcher;
import ro.caravana.territory.PlaceQuery;
import ro.caravana.territory.Residents;
import ro.caravana.territory.Territory;

/** Joins a row's place cells to a place of the county. Not thread-safe. */
final class PlaceJoin {
    /** Under this a wrong guess of a village's residents would refuse honest rows. */
    private static final int SMALLEST_LIMIT = 50;
    /** Where the county's tables count nobody: no UAT outside the capital has as many. */
    private static final int UNCOUNTED_LIMIT = 500_000;

    private final Territory territory;
    private final PlaceMatcher matcher;
    private final Residents residents;
    private final Memo<Cells, Answer> answers = new Memo<>(this::find);

    PlaceJoin(Territory territory) {
        this.territory = territory;
        this.matcher = new PlaceMatcher(territory);
        this.residents = Residents.of(territory);
    }

    /** What a row says about its place; blank where it says nothing. */
    record Cells(String siruta, String uatSiruta, String county, String uat, String locality) {}

    /** A place of the county, or why none. */
    sealed interface Answer permits Joined, Refused {}

    /** @param mostCases more cases of one category than this cannot live there; half a million where nobody has counted the people */
    record Joined(int siruta, int uatSiruta, long mostCases) implements Answer {}

    record Refused(Column column, Reason reason) implements Answer {}

    Answer join(Cells cells) {
        return answers.get(cells);
    }

    private Answer find(Cells cells) {
        PlaceMatch match = match(cells);
        if (match instanceof Matched matched) {
            return joined(matched, cells);
        }
        if (match instanceof Unknown unknown) {
            return refused(unknown, cells);
        }
        Column column = cells.locality.isEmpty() ? Column.UAT : Column.LOCALITY;
        return new Refused(
                column, ((Ambiguous) match).candidates().isEmpty() ? Reason.PLACE_UNKNOWN : Reason.PLACE_AMBIGUOUS);
    }

    /** A UAT's code beside a locality's name means that locality of that UAT. */
    private PlaceMatch match(Cells cells) {
        String code = cells.siruta.isEmpty() ? cells.uatSiruta : cells.siruta;
        PlaceMatch match = matcher.match(new PlaceQuery(code, cells.county, cells.uat, cells.locality));
        if (match instanceof Matched matched && matched.level() == Level.UAT && !cells.locality.isEmpty()) {
            String uat = territory.getUat(matched.siruta()).name();
            return matcher.match(new PlaceQuery("", cells.county, uat, cells.locality));
        }
        return match;
    }

    private Answer joined(Matched matched, Cells cells) {
        int siruta = matched.siruta();
        boolean isUat = matched.level() == Level.UAT;
        int uat = isUat ? siruta : territory.getLocality(siruta).uatSiruta();
        if (!cells.uatSiruta.isEmpty() && !cells.uatSiruta.equals(String.valueOf(uat))) {
            return new Refused(Column.UAT_SIRUTA, Reason.PLACE_CONTRADICTION);
        }
        long people = isUat ? residents.ofUat(siruta) : residents.ofLocality(siruta);
        boolean counted = residents.ofUat(uat) > 0;
        return new Joined(siruta, uat, counted ? Math.max(SMALLEST_LIMIT, 2 * people) : UNCOUNTED_LIMIT);
    }

    private static Refused refused(Unknown unknown, Cells cells) {
        Column column = switch (unknown.field()) {
            case SIRUTA -> cells.siruta.isEmpty() && !cells.uatSiruta.isEmpty() ? Column.UAT_SIRUTA : Column.SIRUTA;
            case COUNTY -> Column.COUNTY;
            case UAT -> Column.UAT;
            case LOCALITY -> Column.LOCALITY;
        };
        Reason reason = switch (unknown.reason()) {
            case EMPTY -> Reason.PLACE_MISSING;
            case NOT_A_CODE -> Reason.SIRUTA_INVALID;
            case NO_SUCH_CODE -> Reason.SIRUTA_UNKNOWN;
            case NO_SUCH_NAME -> Reason.PLACE_UNKNOWN;
            case OTHER_COUNTY -> Reason.OTHER_COUNTY;
            case CONTRADICTION -> Reason.PLACE_CONTRADICTION;
        };
        return new Refused(column, reason);
    }
}
