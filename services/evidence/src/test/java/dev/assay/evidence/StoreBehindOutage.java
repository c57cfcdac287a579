package dev.assay.evidence;

import com.sun.net.httpserver.HttpServer;
import dev.assay.testing.outage.Outage;
import dev.assay.testing.stack.ObjectStoreResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real store, behind something that can play it dead or hanging for the service alone. */
public final class StoreBehindOutage implements QuarkusTestResourceLifecycleManager {

  private static final String CONTROL = "assay.test.outage.control";

  private final ObjectStoreResource store = new ObjectStoreResource();
  private @Nullable Outage outage;
  private @Nullable HttpServer control;

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>(store.start());
    URI real = URI.create(config.get("assay.store.endpoint"));
    Outage before = Outage.before(real.getPort());
    outage = before;
    config.put("assay.store.endpoint", "http://127.0.0.1:" + before.port());
    control = control(before);
    System.setProperty(CONTROL, "http://127.0.0.1:" + control.getAddress().getPort() + "/");
    return config;
  }

  /** The two class loaders of a Quarkus test share no objects, so the test calls over loopback. */
  private static HttpServer control(Outage outage) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          call -> {
            switch (call.getRequestURI().getPath()) {
              case "/hang" -> outage.hang();
              case "/die" -> outage.die();
              default -> outage.end();
            }
            call.sendResponseHeaders(204, -1);
            call.close();
          });
      server.start();
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void run(String act) {
    try {
      URI.create(System.getProperty(CONTROL) + act).toURL().openStream().close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs this while the store takes connections and answers none. */
  static void whileHanging(Runnable work) {
    run("hang");
    try {
      work.run();
    } finally {
      // What hung would otherwise come true as soon as the store is back.
      run("die");
      run("end");
    }
  }

  /** Runs this while the store ends every connection. */
  static void whileDead(Runnable work) {
    run("die");
    try {
      work.run();
    } finally {
      run("end");
    }
  }

  @Override
  public void stop() {
    if (control != null) {
      control.stop(0);
    }
    if (outage != null) {
      outage.close();
    }
    store.stop();
  }
}
