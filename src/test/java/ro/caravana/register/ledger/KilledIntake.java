package ro.caravana.register.ledger;

import static ro.caravana.register.support.OfficePen.event;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.TestDatabase;

/** A process that takes in batches and says each acknowledged number, until somebody kills it. */
final class KilledIntake {
    private static final int EVENTS = 40;

    private KilledIntake() {}

    /** @param arguments the database's address; a key id that is new */
    public static void main(String[] arguments) {
        Feed feed = Feed.resume(TestDatabase.open(arguments[0]));
        OfficePen pen = feed.pen(arguments[1]);
        OfficeStatus status = feed.offices.listStatus().get(0);
        pen.goOnAfter(status.lastSequence(), status.lastHash());
        while (true) {
            List<Map<String, Object>> events = Stream.generate(() ->
                            event(UUID.randomUUID(), "2027-03-17T09:00:00Z", SmallCounty.HAMLET, "NO_ID", "OPENED", 1))
                    .limit(EVENTS)
                    .toList();
            System.out.println(feed.send(pen.next(Feed.NOON, events)).sequence());
        }
    }
}
