package ro.caravana.fieldwork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.caravana.statistics.CaseCategory;

/** Made-up reports of one visit, held on 17 March 2027 from 10:00 to 14:00 in Bucharest. */
final class Reports {
    static final String VISIT = "plan-1.v57715-1";
    static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    static final Instant STARTED = Instant.parse("2027-03-17T07:00:00Z");
    static final Instant ARRIVED = Instant.parse("2027-03-17T08:00:00Z");
    static final Instant FINISHED = Instant.parse("2027-03-17T12:00:00Z");
    static final Instant RECEIVED = Instant.parse("2027-03-17T18:00:00Z");
    static final String FIRST = "11111111-1111-4111-8111-111111111111";
    static final String SECOND = "22222222-2222-4222-8222-222222222222";
    static final String THIRD = "33333333-3333-4333-8333-333333333333";

    private Reports() {}

    static Counts served(int noId) {
        return new Counts(
                Map.of(CaseCategory.NO_ID, noId, CaseCategory.EXPIRED_ID, 0),
                noId,
                Map.of(MissingDocument.HOUSING, 2),
                Map.of(SentBackReason.NO_HOUSING_DOCUMENT, 3),
                1,
                48_500);
    }

    static FieldReport complete(String id, Counts counts, Instant received) {
        return report(id, times(Optional.of(FINISHED)), counts, received, Optional.empty());
    }

    static FieldReport correcting(String id, String earlier, Counts counts, Instant received) {
        return report(id, times(Optional.of(FINISHED)), counts, received, Optional.of(earlier));
    }

    static FieldReport underWay(String id) {
        return report(id, times(Optional.empty()), Counts.NONE, RECEIVED, Optional.empty());
    }

    static Times times(Optional<Instant> finished) {
        return new Times(Optional.of(STARTED), Optional.of(ARRIVED), finished);
    }

    static FieldReport report(String id, Times times, Counts counts, Instant received, Optional<String> replaces) {
        return new FieldReport(
                id,
                CountsText.sha256(id),
                about(),
                DAY,
                times,
                received,
                -3,
                ClockVerdict.FITS,
                counts,
                Set.of(ChecklistItem.KIT_TESTED, ChecklistItem.KIT_PACKED),
                "field",
                CountsText.sha256(VISIT, counts),
                replaces,
                Optional.empty());
    }

    static ReportedVisit about() {
        return new ReportedVisit(VISIT, "plan-1", "station-1", "CAPTURE", 57715, 57706, "Mociu", "Mociu", "site-1", 40);
    }
}
