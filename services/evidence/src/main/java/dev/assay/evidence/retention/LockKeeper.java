package dev.assay.evidence.retention;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.lock.Lengthened;
import dev.assay.evidence.lock.LockDue;
import dev.assay.evidence.lock.LockLedger;
import dev.assay.evidence.lock.LockQueue;
import dev.assay.evidence.lock.LockQueue.Next;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.StoreUnavailable;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every lock lasts as long as retention says: decides, writes down what is needed,
 * has the store lengthen, reads back, and writes down what the store says. It can die anywhere and
 * be done again by anybody: the store does not shorten, and a row is written once.
 */
@ApplicationScoped
class LockKeeper {

  private static final Logger LOG = Logger.getLogger(LockKeeper.class);
  private static final AuditActor ACTOR = AuditActor.system("lock-keeper");
  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  /** For what nobody tells us of: a policy that begins, a law that changes, time that passes. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(7);

  private final Scopes scopes;
  private final LockQueue queue;
  private final LockLedger ledger;
  private final Decisions decisions;
  private final EvidenceStore store;
  private final AuditTrail audit;
  private final Clock clock;
  private final boolean enabled;

  LockKeeper(
      Scopes scopes,
      LockQueue queue,
      LockLedger ledger,
      Decisions decisions,
      EvidenceStore store,
      AuditTrail audit,
      Clock clock,
      @ConfigProperty(name = "assay.evidence.workers.enabled", defaultValue = "true")
          boolean enabled) {
    this.scopes = scopes;
    this.queue = queue;
    this.ledger = ledger;
    this.decisions = decisions;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.enabled = enabled;
  }

  @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    if (enabled) {
      try {
        drain();
      } catch (RuntimeException down) {
        LOG.warnf("No locks could be looked at: %s", down.getMessage());
      }
    }
  }

  /** Works until nothing is due. */
  void drain() {
    for (List<LockDue> taken = take(); !taken.isEmpty(); taken = take()) {
      taken.stream().collect(Collectors.groupingBy(LockDue::client)).forEach(this::attempt);
    }
  }

  /** The queue is no tenant's, so it is read in the platform's scope, which shows no tenant. */
  List<LockDue> take() {
    return scopes.inTransaction(new TenantScope.Platform(), () -> queue.take(AT_ONCE, LEASE));
  }

  private void attempt(TenantScope.Client client, List<LockDue> due) {
    try {
      keep(client, due);
    } catch (RuntimeException failed) {
      LOG.warnf("The locks of %d files could not be looked at: %s", due.size(), failed);
      try {
        scopes.runInTransaction(
            client, () -> queue.again(client.clientId(), due.stream().map(this::later).toList()));
      } catch (RuntimeException down) {
        LOG.debugf(down, "The lease will end by itself");
      }
    }
  }

  /** One batch of one client; as many statements for one file as for fifty. */
  void keep(TenantScope.Client client, List<LockDue> due) {
    Instant now = clock.instant();
    List<Decision> decided = scopes.inTransaction(client, () -> decide(client, due, now));
    Map<UUID, Lengthened> longer = new HashMap<>();
    Set<UUID> open = lengthen(decided, now, longer);
    Map<UUID, Decision> byFile =
        decided.stream().collect(Collectors.toMap(Decision::file, decision -> decision));
    List<Next> next =
        due.stream()
            .map(
                one ->
                    open.contains(one.file())
                        ? later(one)
                        : new Next(one, nextLook(byFile.get(one.file()), longer, now), true))
            .toList();
    scopes.runInTransaction(
        client,
        () -> {
          write(List.copyOf(longer.values()));
          queue.again(client.clientId(), next);
        });
  }

  /**
   * What is needed is written down before the store is asked: nobody then overlooks its failure.
   */
  private List<Decision> decide(TenantScope.Client client, List<LockDue> due, Instant now) {
    List<Decision> decided = decisions.of(due.stream().map(LockDue::file).toList());
    queue.needed(
        client.clientId(),
        decided.stream().collect(Collectors.toMap(Decision::file, d -> d.neededUntil(now))));
    return decided;
  }

  /** Has the store lengthen what is too short; returns what is left to be done. */
  private Set<UUID> lengthen(List<Decision> decided, Instant now, Map<UUID, Lengthened> longer) {
    List<Decision> tooShort =
        decided.stream().filter(d -> d.neededUntil(now).isAfter(d.lockedUntil())).toList();
    Set<UUID> open =
        tooShort.stream()
            .map(Decision::file)
            .collect(Collectors.toCollection(java.util.HashSet::new));
    for (Decision decision : tooShort) {
      Instant needed = decision.neededUntil(now);
      try {
        Instant locked = store.lockAtLeast(decision.version(), needed);
        if (locked.isBefore(needed)) {
          LOG.errorf("The lock of file %s stays too short", decision.file());
        } else {
          longer.put(decision.file(), lengthened(decision, needed, locked));
          open.remove(decision.file());
        }
      } catch (StoreUnavailable failed) {
        LOG.warnf("The lock of file %s is not lengthened yet: %s", decision.file(), failed);
        if (!failed.isRefusal()) {
          return open;
        }
      }
    }
    return open;
  }

  private static Lengthened lengthened(Decision decision, Instant needed, Instant locked) {
    LawRule.@Nullable Term governing = decision.retention().governing();
    return new Lengthened(
        decision.file(),
        decision.lengthened() + 1,
        decision.lockedUntil(),
        locked,
        needed,
        decision.retention().status().name(),
        decision.retention().ruleSet(),
        governing == null ? null : governing.rule());
  }

  private void write(List<Lengthened> longer) {
    if (longer.isEmpty()) {
      return;
    }
    Set<UUID> written = ledger.add(longer, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    List<AuditEvent> events = new ArrayList<>();
    for (Lengthened lock : longer) {
      if (written.contains(lock.file())) {
        events.add(event(lock));
      }
    }
    audit.recordAll(events, ACTOR);
  }

  private static AuditEvent event(Lengthened lock) {
    return AuditEvent.of("evidence-file.lock-lengthened", "EVIDENCE_FILE", lock.file())
        .with("number", lock.number())
        .with("previousUntil", lock.previousUntil())
        .with("retainUntil", lock.lockedUntil())
        .with("status", lock.status())
        .with("ruleSet", lock.ruleSet())
        .with("governingRule", lock.governingRule());
  }

  private Instant nextLook(@Nullable Decision decision, Map<UUID, Lengthened> longer, Instant now) {
    Instant look = now.plus(LOOK_AGAIN);
    if (decision == null) {
      return look;
    }
    Lengthened lock = longer.get(decision.file());
    Instant runsShort =
        (lock == null ? decision.lockedUntil() : lock.lockedUntil())
            .minus(decision.law().lock().renewWhenLeft());
    return decision.retention().status() != RetentionStatus.DATED && runsShort.isBefore(look)
        ? runsShort
        : look;
  }

  private Next later(LockDue due) {
    long seconds = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(due.attempts() - 1, 10));
    return new Next(due, clock.instant().plusSeconds(seconds), false);
  }
}
