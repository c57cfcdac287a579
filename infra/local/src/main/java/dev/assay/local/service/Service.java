package dev.assay.local.service;

import dev.assay.local.layout.Layout;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every service of Assay that the stack runs, with the port of design and what it needs before it
 * can start.
 */
public enum Service {
  TENANTS(8101, false),
  EVIDENCE(8104, true),
  CONTROLS(8106, false),
  READINESS(8108, false);

  private final int port;
  private final boolean needsStore;

  Service(int port, boolean needsStore) {
    this.port = port;
    this.needsStore = needsStore;
  }

  /** Also the name of its folder, database, log and artifact. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int port() {
    return port;
  }

  public boolean needsStore() {
    return needsStore;
  }

  public URI url(Layout layout) {
    return URI.create("http://127.0.0.1:" + layout.ports().service(port));
  }

  public static Optional<Service> of(String id) {
    return Arrays.stream(values()).filter(service -> service.id().equals(id)).findFirst();
  }
}
