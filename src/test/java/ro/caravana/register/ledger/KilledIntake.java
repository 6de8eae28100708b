package ro.caravana.register.ledger;

import static ro.caravana.register.support.OfficePen.event;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.TestDatabase;

/** A process in which several offices send at once; it says each acknowledged batch ("SPCLEP-2 17"), until somebody kills it. */
final class KilledIntake {
    static final int OFFICES = 3;
    private static final int EVENTS = 40;

    private KilledIntake() {}

    /** @param arguments the database's address; the beginning of key ids that are new */
    public static void main(String[] arguments) {
        Feed feed = Feed.resume(TestDatabase.open(arguments[0]), OFFICES);
        for (OfficeStatus status : feed.offices.listStatus()) {
            OfficePen pen = new OfficePen(status.office(), arguments[1] + "-" + status.office());
            feed.register(pen);
            pen.goOnAfter(status.lastSequence(), status.lastHash());
            new Thread(() -> send(feed, pen)).start();
        }
        while (true) {
            feed.sums(); // so that the sums, too, are being written when the end comes
        }
    }

    private static void send(Feed feed, OfficePen pen) {
        while (true) {
            List<Map<String, Object>> events = Stream.generate(() ->
                            event(UUID.randomUUID(), "2027-03-17T09:00:00Z", SmallCounty.HAMLET, "NO_ID", "OPENED", 1))
                    .limit(EVENTS)
                    .toList();
            long acknowledged = feed.send(pen.next(Feed.NOON, events)).sequence();
            System.out.println(pen.office() + " " + acknowledged);
        }
    }
}
