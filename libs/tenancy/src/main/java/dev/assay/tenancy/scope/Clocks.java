package dev.assay.tenancy.scope;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock; tests put another in its place. */
class Clocks {

  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock system() {
    return Clock.systemUTC();
  }
}
