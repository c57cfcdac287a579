package dev.assay.evidence.agenda;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Works off the agenda; any number of replicas may do so at once. */
@ApplicationScoped
public class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 300;
  private static final int AT_ONCE = 20;

  private final Scopes scopes;
  private final Agenda agenda;
  private final boolean enabled;

  Rounds(
      Scopes scopes,
      Agenda agenda,
      @ConfigProperty(name = "assay.evidence.workers.enabled", defaultValue = "true")
          boolean enabled) {
    this.scopes = scopes;
    this.agenda = agenda;
    this.enabled = enabled;
  }

  /**
   * Does what is due of a kind, each in a transaction in its client's scope, until nothing is.
   *
   * @param work ends what it is given, by the agenda; what fails is tried again later
   */
  public void run(AgendaKind kind, Consumer<Due> work) {
    if (!enabled) {
      return;
    }
    try {
      for (List<Due> due = take(kind); !due.isEmpty(); due = take(kind)) {
        due.forEach(one -> attempt(kind, one, work));
      }
    } catch (RuntimeException down) {
      LOG.warnf("No %s work could be taken: %s", kind, down.getMessage());
    }
  }

  /** The agenda is no tenant's, so it is read in the platform's scope, which shows no tenant. */
  private List<Due> take(AgendaKind kind) {
    return scopes.inTransaction(
        new TenantScope.Platform(), () -> agenda.take(kind, AT_ONCE, LEASE));
  }

  private void attempt(AgendaKind kind, Due due, Consumer<Due> work) {
    try {
      scopes.runInTransaction(due.client(), () -> work.accept(due));
    } catch (RuntimeException failed) {
      LOG.warnf("%s %s failed, attempt %d: %s", kind, due.subject(), due.attempts(), failed);
      tryLater(due);
    }
  }

  private void tryLater(Due due) {
    long seconds = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(due.attempts(), 10));
    try {
      scopes.runInTransaction(
          due.client(), () -> agenda.postpone(due, Duration.ofSeconds(seconds)));
    } catch (RuntimeException down) {
      LOG.debugf(down, "The lease will end by itself");
    }
  }
}
