package dev.assay.testing.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server on loopback that takes every message (RFC 5321, as little of it as a sender needs)
 * and keeps it for {@link TestKeycloak#mails}.
 */
final class MailCatcher implements AutoCloseable {

  private final ServerSocket server;
  private final Path folder;
  private final AtomicInteger count = new AtomicInteger();

  private MailCatcher(ServerSocket server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Keeps each message as a file in this folder. */
  static MailCatcher into(Path folder) {
    try {
      Files.createDirectories(folder);
      var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var catcher = new MailCatcher(server, folder);
      Thread.ofVirtual().start(catcher::accept);
      return catcher;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket sender = server.accept();
        Thread.ofVirtual().start(() -> talk(sender));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket sender) {
    try (sender;
        var in =
            new BufferedReader(
                new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        var out =
            new java.io.OutputStreamWriter(sender.getOutputStream(), StandardCharsets.UTF_8)) {
      answer(out, "220 test");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("DATA")) {
          answer(out, "354 go on");
          keep(message(in));
          answer(out, "250 taken");
        } else if (verb.equals("QUIT")) {
          answer(out, "221 bye");
          return;
        } else {
          answer(out, "250 yes");
        }
      }
    } catch (IOException cut) {
      // The sender has hung up; what it had sent whole is kept.
    }
  }

  /** Moved into place whole, so that nobody reads half a message. */
  private void keep(String message) throws IOException {
    Path unfinished = Files.createTempFile(folder, "new", "");
    Files.writeString(unfinished, message);
    Files.move(unfinished, folder.resolve("%06d.eml".formatted(count.incrementAndGet())));
  }

  private static String message(BufferedReader in) throws IOException {
    var message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return message.toString();
  }

  private static void answer(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException alreadyGone) {
      // Closing is all that was wanted.
    }
  }
}
