package ro.caravana.register.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ro.caravana.register.OfficeClientCommand;
import ro.caravana.register.ledger.BatchIntake;
import ro.caravana.statistics.CaseCategory;

/** The office's client against a server that answers as it is told. */
class OfficeClientTests {
    private static final String HEADER = "at,siruta,category,change,ageBand,sex,count\n";
    private static final String ROW = "2026-03-17T09:00:00Z,57742,NO_ID,OPENED,18-34,F,2\n";

    @TempDir
    Path folder;

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/sync/batches", exchange -> {
            String jws = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            received.add(jws);
            String[] answer =
                    (answers.isEmpty() ? receipt(sequence(jws), BatchIntake.hash(jws)) : answers.pop()).split(" ", 2);
            byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
            if ("429".equals(answer[0])) {
                exchange.getResponseHeaders().set("Retry-After", "7");
            }
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private int run(String... arguments) {
        return new CommandLine(new OfficeClientCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    out.write(String.valueOf(failure.getMessage()));
                    return 2;
                })
                .execute(arguments);
    }

    private Path office() {
        return folder.resolve("office");
    }

    private void makeKey() {
        assertThat(run("keys", "--folder", office().toString(), "--office", "SPCLEP-HUEDIN", "--kid", "huedin-1"))
                .isZero();
    }

    private int send(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "send", "--folder", office().toString(), "--server", address().toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path export(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String receipt(String sequence, String hash) {
        return "200 {\"sequence\": " + sequence + ", \"hash\": \"" + hash + "\"}";
    }

    private static String sequence(String jws) {
        return payload(jws).replaceAll("(?s).*\"sequence\":(\\d+).*", "$1");
    }

    private static String payload(String jws) {
        return new String(java.util.Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void theSecretStaysWithItsOwner() throws IOException {
        makeKey();
        Path key = office().resolve("key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(out.toString()).contains("\"crv\":\"Ed25519\"").doesNotContain("\"d\"");
        String secret = Files.readString(key);
        assertThat(run("keys", "--folder", office().toString(), "--office", "SPCLEP-HUEDIN"))
                .isEqualTo(2);
        assertThat(Files.readString(key)).isEqualTo(secret);
    }

    @Test
    void anExportIsCutIntoLinkedBatches() throws IOException {
        makeKey();
        assertThat(send(
                        "--batch",
                        "2",
                        export("a.csv", HEADER + ROW + ROW + ROW).toString()))
                .isZero();
        assertThat(received).hasSize(2);
        assertThat(payload(received.get(0))).contains("\"sequence\":1", "\"previous\":\"\"");
        assertThat(payload(received.get(1)))
                .contains(
                        "\"sequence\":2",
                        "\"previous\":\"" + ro.caravana.register.support.OfficePen.hash(received.get(0)));
        assertThat(out.toString()).contains("nothing waits");
    }

    @Test
    void theSameExportHasTheSameIdsAndEqualRowsHaveTheirOwn() throws IOException {
        makeKey();
        Path export = export("a.csv", HEADER + ROW + ROW);
        send(export.toString());
        send(export.toString());
        List<String> ids = received.stream()
                .map(OfficeClientTests::payload)
                .map(text -> text.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*\"id\":\"([^\"]+)\".*", "$1 $2"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.get(0).split(" ")[0]).isNotEqualTo(ids.get(0).split(" ")[1]);
    }

    @Test
    void jsonLinesAndSemicolonsAreReadToo() throws IOException {
        makeKey();
        String json =
                "{\"at\":\"2026-03-17T09:00:00Z\",\"siruta\":57742,\"category\":\"NO_ID\",\"change\":\"OPENED\",\"count\":1}";
        assertThat(send(export("a.jsonl", json + "\n\n" + json).toString())).isZero();
        assertThat(send(export("b.csv", "\uFEFF" + (HEADER + ROW).replace(',', ';'))
                        .toString()))
                .isZero();
        assertThat(payload(received.get(1))).contains("\"ageBand\":\"18-34\"");
    }

    @Test
    void aBadRowSendsNothingUnlessItIsLeftOut() throws IOException {
        makeKey();
        Path export = export("a.csv", HEADER + ROW + ROW.replace("OPENED", "CLOSED"));
        assertThat(send(export.toString())).isEqualTo(2);
        assertThat(received).isEmpty();
        assertThat(out.toString()).contains("line 3", "UNKNOWN_CHANGE");
        assertThat(send("--skip-bad", export.toString())).isZero();
        assertThat(received).hasSize(1);
    }

    @Test
    void anEmptyAForeignAndAMissingFileAreRefused() throws IOException {
        makeKey();
        assertThat(send(export("a.csv", "").toString())).isEqualTo(2);
        assertThat(send(export("b.csv", "name;surname\n").toString())).isEqualTo(2);
        assertThat(send(folder.resolve("none.csv").toString())).isEqualTo(2);
        Files.write(folder.resolve("c.csv"), new byte[] {'s', (byte) 0xFF, (byte) 0xFE, 0});
        assertThat(send(folder.resolve("c.csv").toString())).isEqualTo(2);
        assertThat(received).isEmpty();
    }

    @Test
    void aBusyServerIsGivenTheTimeItAsksFor() throws Exception {
        makeKey();
        Path export = export("a.csv", HEADER + ROW);
        new BatchCutter(new OfficeFolder(office()), 500)
                .cut(
                        EventFile.read(export, "SPCLEP-HUEDIN", Instant.parse("2027-01-01T00:00:00Z"))
                                .events(),
                        Instant.parse("2026-12-31T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        answers.add("429 {}");
        answers.add("503 {}");
        sender().sendAll();
        assertThat(received).hasSize(3);
        assertThat(waits).containsExactly(7L, 4L);
        assertThat(new OfficeFolder(office()).waiting()).isEmpty();
    }

    private BatchSender sender() {
        return new BatchSender(new OfficeFolder(office()), address(), waits::add, line -> {});
    }

    @Test
    void whatWasNotAcknowledgedWaitsAndGoesOn() throws Exception {
        makeKey();
        answers.add("401 {\"title\":\"The signature does not hold\"}");
        assertThat(send("--batch", "1", export("a.csv", HEADER + ROW + ROW).toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("The signature does not hold");
        assertThat(new OfficeFolder(office()).waiting()).containsExactly(1L, 2L);
        String before = received.get(0);
        assertThat(send()).isZero();
        assertThat(received.get(1)).isEqualTo(before);
        assertThat(new OfficeFolder(office()).lastSent()).isEqualTo(2);
    }

    @Test
    void aServerThatIsAwayLosesNothing() throws Exception {
        makeKey();
        send(export("a.csv", HEADER + ROW).toString());
        server.stop(0);
        new BatchCutter(new OfficeFolder(office()), 1)
                .cut(List.of(), Instant.parse("2026-12-31T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        assertThatExceptionOfType(ClientProblem.Unreachable.class).isThrownBy(() -> sender().sendAll());
        assertThat(waits).hasSize(7);
        assertThat(new OfficeFolder(office()).waiting()).containsExactly(2L);
    }

    @Test
    void aServerRestoredFromABackupGetsWhatItLacks() throws Exception {
        makeKey();
        send("--batch", "1", export("a.csv", HEADER + ROW + ROW).toString());
        answers.add("409 {\"expectedSequence\":2}");
        assertThat(send(export("b.csv", HEADER + ROW.replace("57742", "57743")).toString()))
                .isZero();
        assertThat(received.stream().map(jws -> payload(jws).replaceAll(".*\"sequence\":(\\d+).*", "$1")))
                .containsExactly("1", "2", "3", "2", "3");
    }

    @Test
    void aWatchedFolderIsEmptied() throws Exception {
        makeKey();
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Files.writeString(drop.resolve("good.csv"), HEADER + ROW);
        Files.writeString(drop.resolve("bad.csv"), HEADER + ROW.replace("F", "X"));
        Files.writeString(drop.resolve("notes.txt"), "mine");
        assertThat(run(
                        "watch",
                        "--once",
                        "--folder",
                        office().toString(),
                        "--server",
                        address().toString(),
                        drop.toString()))
                .isZero();
        assertThat(received).hasSize(1);
        assertThat(drop.resolve("done/good.csv")).exists();
        assertThat(drop.resolve("refused/bad.csv.txt")).content().contains("BAD_SEX");
        assertThat(drop.resolve("notes.txt")).exists();
        run("status", "--folder", office().toString());
        assertThat(out.toString()).contains("office SPCLEP-HUEDIN, key huedin-1", "waiting: 0");
    }

    private int watchOnce(Path drop) {
        return run(
                "watch",
                "--once",
                "--folder",
                office().toString(),
                "--server",
                address().toString(),
                drop.toString());
    }

    @Test
    void aRefusedFileKeepsTheOfficeFromCountingAsComplete() throws Exception {
        makeKey();
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Files.writeString(drop.resolve("a.csv"), HEADER + ROW.replace("F", "X"));
        Path good = Files.writeString(drop.resolve("b.csv"), HEADER + ROW);
        Files.setLastModifiedTime(good, FileTime.from(Instant.parse("2026-03-18T08:00:00Z")));
        watchOnce(drop);
        assertThat(payload(received.get(0))).contains("\"completeTo\":\"2000-01-01T00:00:00Z\"");
        Files.delete(drop.resolve("refused/a.csv"));
        Path next = Files.writeString(drop.resolve("b.csv"), HEADER + ROW);
        Files.setLastModifiedTime(next, FileTime.from(Instant.parse("2026-03-19T08:00:00Z")));
        watchOnce(drop);
        assertThat(payload(received.get(1))).contains("\"completeTo\":\"2026-03-19T08:00:00Z\"");
        assertThat(drop.resolve("done/b.csv")).exists();
        assertThat(drop.resolve("done/2-b.csv")).exists();
    }

    @Test
    void aRefusalDoesNotEndTheWatching() throws Exception {
        makeKey();
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Files.writeString(drop.resolve("a.csv"), HEADER + ROW);
        answers.add("401 {\"title\":\"The signature does not hold\"}");
        assertThat(watchOnce(drop)).isZero();
        assertThat(out.toString()).contains("The signature does not hold");
        assertThat(watchOnce(drop)).isZero();
        assertThat(new OfficeFolder(office()).waiting()).isEmpty();
    }

    @Test
    void anExportIsCompleteToWhenItWasWritten() throws Exception {
        makeKey();
        Path export = export("a.csv", HEADER + ROW);
        Files.setLastModifiedTime(export, FileTime.from(Instant.parse("2026-03-18T08:00:00Z")));
        send(export.toString());
        assertThat(payload(received.get(0))).contains("\"completeTo\":\"2026-03-18T08:00:00Z\"");
        Files.writeString(export, HEADER + ROW + ROW.replace("F", "X"));
        send("--skip-bad", export.toString());
        assertThat(payload(received.get(1))).contains("\"completeTo\":\"2026-03-18T08:00:00Z\"");
    }

    @Test
    void aBatchIsNeverLargerThanTheServerTakes() throws Exception {
        makeKey();
        assertThat(send(
                        "--batch",
                        "50000",
                        export("a.csv", HEADER + ROW.repeat(40_000)).toString()))
                .isZero();
        assertThat(received).hasSizeGreaterThan(1).allMatch(jws -> jws.length() < 5_000_000);
    }

    @Test
    void aRowWithAColumnTooFewIsNamed() throws IOException {
        makeKey();
        assertThat(send(export("a.csv", HEADER + ROW + "2026-03-17T09:00:00Z,57742,NO_ID\n")
                        .toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("line 3", "COLUMNS: 3 instead of 7");
        assertThat(send(export("b.csv", "siruta,siruta\n1,2\n").toString())).isEqualTo(2);
        assertThat(out.toString()).contains("not a table in CSV");
    }

    @Test
    void codesOfItsOwnAreSentWhereTheOfficeSaysSo() throws IOException {
        makeKey();
        Path export = export("a.csv", HEADER + ROW.replace("NO_ID", "FARA_CI"));
        assertThat(send(export.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("UNKNOWN_CATEGORY: category is one of NO_ID, EXPIRED_ID");
        assertThat(send("--own-codes", export.toString())).isZero();
        assertThat(payload(received.get(0))).contains("\"category\":\"FARA_CI\"");
    }

    @Test
    void theHelpNamesEveryCategoryAndChange() {
        run("send", "--help");
        for (CaseCategory category : CaseCategory.values()) {
            assertThat(out.toString()).contains(category.name());
        }
        assertThat(out.toString()).contains("OPENED", "RESOLVED", "WITHDRAWN", "siruta");
    }

    @Test
    void aNewKeyGoesOnWhereTheOldOneStopped() throws Exception {
        makeKey();
        send(export("a.csv", HEADER + ROW).toString());
        answers.add("401 {}");
        send(export("b.csv", HEADER + ROW).toString());
        assertThat(run("keys", "--folder", office().toString(), "--rotate", "--kid", "huedin-2"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("1 batches are signed and not sent");
        assertThat(run("keys", "--folder", office().toString(), "--rotate", "--kid", "huedin-2", "--sign-again"))
                .isZero();
        assertThat(send()).isZero();
        String again = received.get(2);
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(again.split("\\.")[0]), StandardCharsets.UTF_8))
                .contains("huedin-2");
        assertThat(payload(again)).isEqualTo(payload(received.get(1)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(office().resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    /** The server took the batch in, the answer got lost, and the key was replaced before the next try. */
    @Test
    void aLostAnswerUnderTheOldKeyStrandsNobody() throws Exception {
        makeKey();
        answers.add("401 {}"); // whatever came back, it was not the acknowledgement
        send(export("a.csv", HEADER + ROW).toString());
        String old = received.get(0);
        answers.add("401 {}");
        send(export("b.csv", HEADER + ROW).toString());
        run("keys", "--folder", office().toString(), "--rotate", "--kid", "huedin-2", "--sign-again");
        received.clear();
        answers.add(receipt("1", BatchIntake.hash(old)));
        assertThat(send()).isZero();
        assertThat(received).hasSize(2);
        assertThat(payload(received.get(0))).isEqualTo(payload(old));
        assertThat(payload(received.get(1))).contains("\"previous\":\"" + BatchIntake.hash(old) + "\"");
        assertThat(new OfficeFolder(office()).read(1)).isEqualTo(old);
        assertThat(new OfficeFolder(office()).waiting()).isEmpty();
    }

    @Test
    void aSignatureThatIsNotKnownHereStopsTheClient() throws Exception {
        makeKey();
        answers.add(receipt("1", "h".repeat(43)));
        assertThat(send("--batch", "1", export("a.csv", HEADER + ROW + ROW).toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("signature that is not known here");
        assertThat(new OfficeFolder(office()).waiting()).containsExactly(1L, 2L);
        assertThat(payload(new OfficeFolder(office()).read(2))).contains(BatchIntake.hash(received.get(0)));
    }

    /** A hotel's network answers everything with a page of its own, and says that all is well. */
    @Test
    void aPageInTheServersPlaceIsNoReceipt() throws Exception {
        makeKey();
        for (String page :
                List.of("200 <html>Wi-Fi</html>", "200 {}", receipt("2", "h".repeat(43)), receipt("1", "x"))) {
            answers.add(page);
            assertThat(send(export("a.csv", HEADER + ROW).toString())).isEqualTo(2);
        }
        assertThat(out.toString()).contains("is no receipt for batch 1");
        assertThat(new OfficeFolder(office()).lastSent()).isZero();
        assertThat(send()).isZero();
        assertThat(new OfficeFolder(office()).waiting()).isEmpty();
    }

    /** Killed between the new key and the last batch signed with it, the same is said once more. */
    @Test
    void aNewKeyThatCameHalfwayGoesOn() throws Exception {
        makeKey();
        answers.add("401 {}");
        send("--batch", "1", export("a.csv", HEADER + ROW + ROW).toString());
        new OfficeFolder(office()).replaceKey("huedin-2"); // and the power fails
        assertThat(run("keys", "--folder", office().toString(), "--rotate", "--kid", "huedin-2"))
                .isEqualTo(2);
        assertThat(run("keys", "--folder", office().toString(), "--rotate", "--kid", "huedin-2", "--sign-again"))
                .isZero();
        received.clear();
        assertThat(send()).isZero();
        assertThat(received)
                .hasSize(2)
                .allMatch(jws -> new String(
                                java.util.Base64.getUrlDecoder().decode(jws.split("\\.")[0]), StandardCharsets.UTF_8)
                        .contains("huedin-2"));
        assertThat(payload(received.get(1))).contains(BatchIntake.hash(received.get(0)));
    }

    /** Every text that was signed may be the one the server has; what is acknowledged leaves none behind. */
    @Test
    void earlierTextsAreKeptUntilTheServerHasOne() throws Exception {
        makeKey();
        answers.add("401 {}");
        send("--batch", "1", export("a.csv", HEADER + ROW + ROW).toString());
        String second = new OfficeFolder(office()).read(2);
        run("keys", "--folder", office().toString(), "--rotate", "--kid", "huedin-2", "--sign-again");
        answers.add(receipt("1", BatchIntake.hash(received.get(0))));
        answers.add(receipt("2", BatchIntake.hash(second)));
        assertThat(send()).isZero();
        assertThat(new OfficeFolder(office()).read(2)).isEqualTo(second);
        try (var left = Files.list(office().resolve("outbox"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anOptionThatDoesNotFitIsNotPassedOver() {
        makeKey();
        String begin = "17:" + "h".repeat(43);
        String in = office().toString();
        assertThat(run("keys", "--folder", in, "--continue-after", begin)).isEqualTo(2);
        assertThat(run("keys", "--folder", in, "--rotate", "--kid", "huedin-2", "--continue-after", begin))
                .isEqualTo(2);
        assertThat(run("keys", "--folder", in, "--sign-again")).isEqualTo(2);
        assertThat(new OfficeFolder(office()).begin()).isEqualTo(OfficeFolder.Begin.NEW);
        assertThat(new OfficeFolder(office()).getKey().getKeyId()).isEqualTo("huedin-1");
    }

    /** Killed before the key was there, nothing has begun: the beginning may be said again, or another one. */
    @Test
    void aFolderBeginsWithItsKey() throws Exception {
        Files.createDirectories(office());
        Files.writeString(office().resolve("begin.json"), "{\"sequence\":17,\"ha");
        Files.writeString(office().resolve("key.json.half"), "{\"kty\":");
        makeKey();
        assertThat(new OfficeFolder(office()).begin()).isEqualTo(OfficeFolder.Begin.NEW);
        assertThat(send(export("a.csv", HEADER + ROW).toString())).isZero();
    }

    /** The office's disk is gone; the server knows where it stopped. */
    @Test
    void aNewFolderGoesOnWhereALostOneStopped() throws Exception {
        String hash = "h".repeat(43);
        assertThat(run("keys", "--folder", office().toString(), "--office", "SPCLEP-HUEDIN", "--continue-after", "17"))
                .isEqualTo(2);
        assertThat(run(
                        "keys",
                        "--folder",
                        office().toString(),
                        "--office",
                        "SPCLEP-HUEDIN",
                        "--kid",
                        "huedin-2",
                        "--continue-after",
                        "17:" + hash))
                .isZero();
        assertThat(send(export("a.csv", HEADER + ROW).toString())).isZero();
        assertThat(send(export("b.csv", HEADER + ROW).toString())).isZero();
        assertThat(payload(received.get(0))).contains("\"sequence\":18", "\"previous\":\"" + hash + "\"");
        assertThat(payload(received.get(1)))
                .contains("\"sequence\":19", "\"previous\":\"" + BatchIntake.hash(received.get(0)) + "\"");
    }

    @Test
    void twoClientsDoNotWorkInOneFolder() throws Exception {
        makeKey();
        Path export = export("a.csv", HEADER + ROW);
        try (java.io.Closeable other = new OfficeFolder(office()).lock()) {
            assertThat(send(export.toString())).isEqualTo(2);
        }
        assertThat(received).isEmpty();
        assertThat(send(export.toString())).isZero();
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws IOException {
        SettledFiles settled = new SettledFiles();
        Path file = export("a.csv", HEADER);
        assertThat(settled.among(List.of(file))).isEmpty();
        Files.writeString(file, HEADER + ROW);
        assertThat(settled.among(List.of(file))).isEmpty();
        assertThat(settled.among(List.of(file))).containsExactly(file);
    }

    @Test
    void whoWaitsIsToldWhy() throws Exception {
        makeKey();
        Path export = export("a.csv", HEADER + ROW);
        new BatchCutter(new OfficeFolder(office()), 500)
                .cut(
                        EventFile.read(export, "SPCLEP-HUEDIN", Instant.parse("2027-01-01T00:00:00Z"))
                                .events(),
                        Instant.parse("2026-12-31T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        answers.add("429 {}");
        List<String> told = new ArrayList<>();
        new BatchSender(new OfficeFolder(office()), address(), waits::add, told::add).sendAll();
        assertThat(told.get(0)).contains("asks for time", "7 s");
    }

    @Test
    void withoutAKeyNothingGoes() {
        assertThat(send()).isEqualTo(2);
        assertThat(out.toString()).contains("office-client keys");
    }
}
