package dev.assay.local.service;

import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import java.net.URI;
import java.time.Duration;

/** Another instance of a service beside the first; closing it stops this instance alone. */
public record Replica(Service service, URI url, OwnedProcess process, ProcessBook book)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public void close() {
    book.stop(process.name(), PATIENCE);
  }
}
