package dev.assay.testing.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In front of a part that answers every byte with itself. */
class OutageTest {

  private ServerSocket part;
  private Outage outage;

  @BeforeEach
  void start() throws IOException {
    part = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    outage = PartOutage.standBefore("echo", part.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    outage.close();
    part.close();
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = part.accept();
        Thread.ofVirtual().start(() -> echo(caller));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void echo(Socket caller) {
    try (caller) {
      caller.getInputStream().transferTo(caller.getOutputStream());
    } catch (IOException cut) {
      return;
    }
  }

  private Socket call() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), outage.port());
    socket.setSoTimeout(300);
    return socket;
  }

  private static int ask(Socket socket) throws IOException {
    socket.getOutputStream().write(7);
    return socket.getInputStream().read();
  }

  @Test
  void letsEverythingThroughBeforeAndAfter() throws IOException {
    try (Socket socket = call()) {
      assertThat(ask(socket)).isEqualTo(7);
    }
    PartOutage.whileDead("echo", () -> {});
    try (Socket socket = call()) {
      assertThat(ask(socket)).isEqualTo(7);
    }
  }

  @Test
  void answersNothingWhileItHangsOnOldAndNewConnections() throws IOException {
    try (Socket old = call()) {
      ask(old);
      PartOutage.whileHanging(
          "echo",
          () -> {
            assertThatThrownBy(() -> ask(old)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> ask(call())).isInstanceOf(SocketTimeoutException.class);
          });
    }
  }

  @Test
  void endsOldAndNewConnectionsWhileDead() throws IOException {
    try (Socket old = call()) {
      ask(old);
      PartOutage.whileDead(
          "echo",
          () -> {
            assertThat(ended(old)).isTrue();
            assertThat(endedNew()).isTrue();
          });
    }
  }

  private boolean endedNew() {
    try (Socket socket = call()) {
      return ended(socket);
    } catch (IOException refused) {
      return true;
    }
  }

  private static boolean ended(Socket socket) {
    try {
      return ask(socket) < 0;
    } catch (SocketTimeoutException hangs) {
      return false;
    } catch (IOException cut) {
      return true;
    }
  }
}
