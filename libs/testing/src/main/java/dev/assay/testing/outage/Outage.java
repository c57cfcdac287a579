package dev.assay.testing.outage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands in front of a part on loopback and can play it dead or hanging, for new and old calls. */
public final class Outage implements AutoCloseable {

  private enum Mode {
    PASS,
    HANG,
    DEAD
  }

  private static final long HELD_NANOS = 5_000_000;

  private final ServerSocket server;
  private final InetSocketAddress part;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;
  private volatile boolean closed;

  private Outage(ServerSocket server, InetSocketAddress part) {
    this.server = server;
    this.part = part;
  }

  /** Stands in front of whatever listens on this port of 127.0.0.1. */
  public static Outage before(int port) {
    try {
      var server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      var outage =
          new Outage(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Thread.ofVirtual().start(outage::accept);
      return outage;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The port to call instead of the part's. */
  public int port() {
    return server.getLocalPort();
  }

  /** Lets everything through again; connections that were cut stay cut. */
  public void end() {
    mode = Mode.PASS;
  }

  /** Connections are taken, and nothing is answered on them any more. */
  public void hang() {
    mode = Mode.HANG;
  }

  /** Open connections are cut, and new ones end at once. */
  public void die() {
    mode = Mode.DEAD;
    sockets.forEach(Outage::cut);
  }

  boolean isClosed() {
    return closed;
  }

  private void accept() {
    while (!closed) {
      try {
        Socket caller = server.accept();
        if (mode == Mode.DEAD) {
          cut(caller);
        } else {
          Thread.ofVirtual().start(() -> connect(caller));
        }
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    sockets.add(caller);
    try {
      var target = new Socket();
      sockets.add(target);
      target.connect(part, 1000);
      if (mode == Mode.DEAD) {
        // It died between taking the call and passing it on.
        cut(target);
      }
      Thread.ofVirtual().start(() -> pump(caller, target));
      pump(target, caller);
    } catch (IOException refused) {
      cut(caller);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[65_536];
    try (InputStream in = from.getInputStream();
        var out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        while (mode == Mode.HANG && !from.isClosed()) {
          LockSupport.parkNanos(HELD_NANOS);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException cut) {
      // Whoever cut it knows why.
    } finally {
      cut(from);
      cut(to);
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void cut(Closeable socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closing is all that was wanted.
    }
  }

  @Override
  public void close() {
    closed = true;
    mode = Mode.PASS;
    cut(server);
    sockets.forEach(Outage::cut);
  }
}
