package ro.caravana.coordination.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server for one connection that says one thing otherwise than a friendly one. */
final class RudeServer implements AutoCloseable {
    private final ServerSocket door;
    private final String command;
    private final String answer;
    private final boolean hangsUp;

    private RudeServer(String command, String answer, boolean hangsUp) throws IOException {
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.command = command;
        this.answer = answer;
        this.hangsUp = hangsUp;
        Thread talk = new Thread(this::talk, "rude-server");
        talk.setDaemon(true);
        talk.start();
    }

    /** @param answer to the command; empty: it hangs up in place of an answer */
    static RudeServer saying(String command, String answer) throws IOException {
        return new RudeServer(command, answer, false);
    }

    static RudeServer hangingUpAfterOneMail() throws IOException {
        return new RudeServer("no command", "", true);
    }

    int port() {
        return door.getLocalPort();
    }

    private void talk() {
        try (Socket line = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = line.getOutputStream();
            say(out, "220 rude");
            String said = in.readLine();
            while (said != null && answer(in, out, said)) {
                said = in.readLine();
            }
        } catch (IOException gone) {
            // the client hung up first
        }
    }

    /** Answers whether the conversation goes on. */
    private boolean answer(BufferedReader in, OutputStream out, String said) throws IOException {
        if (said.startsWith(command)) {
            if (!answer.isEmpty()) {
                say(out, answer);
            }
            return !answer.isEmpty();
        }
        if (said.equals("DATA")) {
            say(out, "354 go on");
            String text = in.readLine();
            while (text != null && !text.equals(".")) {
                text = in.readLine();
            }
            say(out, "250 taken");
            return !hangsUp;
        }
        say(out, said.equals("QUIT") ? "221 bye" : "250 fine");
        return true;
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
